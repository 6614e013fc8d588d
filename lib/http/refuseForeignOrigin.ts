import { readEnv } from '@/lib/env'
import { HttpProblem } from './HttpProblem'

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Throws HttpProblem 403 for a write that a page of another site sends from the browser of somebody who can reach
 * Landed. Programs that are no browsers send no Origin and pass. Host alone proves nothing: a foreign name can be made
 * to resolve to this machine, so it must be a loopback name or the one of PUBLIC_URL.
 */
export function refuseForeignOrigin(request: Request): void {
  if (READS.has(request.method)) return
  const origin = request.headers.get('origin')
  const fromElsewhere = request.headers.get('sec-fetch-site') === 'cross-site'
  if (!fromElsewhere && (origin === null || isOurs(origin, request.headers.get('host')))) return
  throw new HttpProblem(
    403,
    'Foreign origin',
    "Writes are accepted from Landed's own pages only, not from pages of another site.",
  )
}

function isOurs(origin: string, host: string | null): boolean {
  if (!URL.canParse(origin)) return false
  const url = new URL(origin)
  return url.origin === new URL(readEnv().publicUrl).origin || (LOOPBACK.has(url.hostname) && url.host === host)
}
