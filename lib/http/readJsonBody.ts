import type { z } from 'zod'
import { describeIssues, inOneSentence } from './describeIssues'
import { HttpProblem } from './HttpProblem'

const MAX_BYTES = 256 * 1024

/**
 * The JSON body by its shape. Throws HttpProblem: 415 for another content type, 413 for a body over 256 KiB, 400 for
 * what is no JSON in UTF-8, 422 naming each wrong field.
 */
export async function readJsonBody<Shape extends z.ZodType>(shape: Shape, request: Request): Promise<z.output<Shape>> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json')
    throw new HttpProblem(
      415,
      'Only JSON here',
      'Send the body as JSON, with the header "Content-Type: application/json".',
    )
  const parsed = shape.safeParse(parse(await readLimited(request)), { reportInput: true })
  if (parsed.success) return parsed.data
  const errors = describeIssues(parsed.error)
  throw new HttpProblem(422, 'The body cannot be used', inOneSentence(errors), errors)
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new HttpProblem(400, 'No valid JSON', 'The body is no valid JSON in UTF-8. Was it cut off on its way?')
  }
}

/** Counts while it reads: a declared length can be absent or wrong. */
async function readLimited(request: Request): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > MAX_BYTES)
      throw new HttpProblem(413, 'Body too large', `The body may be at most ${MAX_BYTES / 1024} KiB long.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
