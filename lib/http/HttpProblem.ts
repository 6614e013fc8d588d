import type { Problem } from '@/lib/contracts/problem'

/** An error that the caller can do something about. Routes throw it; `lib/http/route` turns it into the reply. */
export class HttpProblem extends Error {
  readonly problem: Problem
  constructor(status: number, title: string, detail: string, errors?: Problem['errors']) {
    super(detail)
    this.name = 'HttpProblem'
    this.problem = { type: 'about:blank', title, status, detail, ...(errors ? { errors } : {}) }
  }
}
