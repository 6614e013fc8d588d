import { CommanderError } from 'commander'
import type { Problem } from '@/lib/contracts/problem'
import { HttpProblem } from '@/lib/http/HttpProblem'
import { StartProblem } from '@/lib/StartProblem'
import { UsageProblem } from './UsageProblem'

const FAILED = 1
const WRONG_USE = 2

/** Says on stderr what went wrong, in one sentence or as a JSON problem, and returns the exit code. */
export function reportFailure(error: unknown, json: boolean): number {
  if (error instanceof CommanderError && error.exitCode === 0) return 0
  if (json) console.error(JSON.stringify(problemOf(error)))
  // In plain text commander has already said it, with a hint.
  else if (!(error instanceof CommanderError)) console.error(`landed: ${sentenceOf(error)}`)
  return isWrongUse(error) ? WRONG_USE : FAILED
}

function isWrongUse(error: unknown): boolean {
  if (error instanceof CommanderError || error instanceof UsageProblem) return true
  return error instanceof HttpProblem && error.problem.status === 422
}

function problemOf(error: unknown): Problem {
  if (error instanceof HttpProblem) return error.problem
  const status = isWrongUse(error) ? 422 : 500
  const title = isWrongUse(error) ? 'Wrong use' : 'Failed'
  return { type: 'about:blank', title, status, detail: sentenceOf(error) }
}

function sentenceOf(error: unknown): string {
  if (error instanceof CommanderError) return error.message.replace(/^error: /, '')
  if (error instanceof UsageProblem || error instanceof StartProblem || error instanceof HttpProblem)
    return error.message
  if (!(error instanceof Error)) return String(error)
  // Nobody foresaw this one: the stack is what a report needs.
  return error.stack ?? error.message
}
