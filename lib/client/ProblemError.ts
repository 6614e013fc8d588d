import type { Problem } from '@/lib/contracts/problem'

/** A request that did not succeed, with the server's own words about it (RFC 9457). */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.name = 'ProblemError'
    this.problem = problem
  }
}
