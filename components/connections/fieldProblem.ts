import { ProblemError } from '@/lib/client/ProblemError'

/** What a problem says about one field; undefined for other fields and other errors. */
export function fieldProblem(error: Error | null, field: string): string | undefined {
  if (!(error instanceof ProblemError)) return undefined
  return error.problem.errors?.find((each) => each.field === field)?.message
}
