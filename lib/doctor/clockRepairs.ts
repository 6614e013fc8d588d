import type { Repair } from '@/lib/contracts/connectionSettings'
import type { CallbackRequest } from '@/lib/providers/types'

const MOST_TIMES = 12
/** Less than this is no reason for any provider's check to fail. */
const SMALLEST_SECONDS = 30

/**
 * How far our clock would have to be wrong for the times that the request carries to be "now". Headers, query, signature
 * and body are searched for Unix times, ISO times and the issue time of a JWT.
 */
export function clockRepairs(request: CallbackRequest, receivedAt: number): Repair[] {
  const seconds = timesOf(request).map((time) => Math.round((time - receivedAt) / 1000))
  return [...new Set(seconds)]
    .filter((difference) => Math.abs(difference) >= SMALLEST_SECONDS)
    .slice(0, MOST_TIMES)
    .map((difference) => ({ kind: 'clock', seconds: difference }))
}

function timesOf({ headers, url, rawBody }: CallbackRequest): number[] {
  const texts = [...Object.values(headers), ...jwtTexts(headers), url, rawBody.toString('latin1', 0, 4_096)]
  return texts.flatMap((text) => [...unixTimes(text), ...isoTimes(text)])
}

function unixTimes(text: string): number[] {
  return [...text.matchAll(/(?<!\d)(1[5-9]\d{8}|2[0-4]\d{8})(\d{3})?(?!\d)/g)].map((match) =>
    match[2] === undefined ? Number(match[1]) * 1000 : Number(match[0]),
  )
}

function isoTimes(text: string): number[] {
  return [...text.matchAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)/g)]
    .map((match) => Date.parse(match[0]))
    .filter((time) => !Number.isNaN(time))
}

/** The claims of tokens in headers, as text. */
function jwtTexts(headers: CallbackRequest['headers']): string[] {
  return Object.values(headers).flatMap((value) => {
    const claims = /(?:^|\s)[\w-]+\.([\w-]+)\.[\w-]+$/.exec(value.slice(0, 8_192))?.[1]
    return claims === undefined ? [] : [Buffer.from(claims, 'base64url').toString('latin1')]
  })
}
