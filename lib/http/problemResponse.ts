import type { Problem } from '@/lib/contracts/problem'

/** A problem as the reply that RFC 9457 describes. */
export function problemResponse(problem: Problem): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  })
}
