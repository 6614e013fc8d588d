import type { Problem } from '@/lib/contracts/problem'
import type { CallbackReply } from './types'

/** A refusal as the provider gets it: RFC 9457, with the field and the remedy. */
export function callbackProblem(status: number, title: string, detail: string, field?: string): CallbackReply {
  const problem: Problem = {
    type: 'about:blank',
    title,
    status,
    detail,
    ...(field ? { errors: [{ field, message: detail }] } : {}),
  }
  return { status, body: JSON.stringify(problem), contentType: 'application/problem+json' }
}
