import type { z } from 'zod'
import type { Problem } from '@/lib/contracts/problem'

/** What is wrong with each field, for a problem's `errors`. The field "" is the whole body. */
export function describeIssues(error: z.ZodError): NonNullable<Problem['errors']> {
  return error.issues.flatMap((issue) => {
    const field = issue.path.join('.')
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        field: [field, key].filter(Boolean).join('.'),
        message: 'is not known; leave it out',
      }))
    return [
      { field, message: issue.code === 'invalid_type' && issue.input === undefined ? 'is required' : issue.message },
    ]
  })
}

/** "from: is required; to: must be later" as one sentence for `detail`. */
export function inOneSentence(errors: NonNullable<Problem['errors']>): string {
  return errors.map(({ field, message }) => (field === '' ? message : `${field}: ${message}`)).join('; ')
}
