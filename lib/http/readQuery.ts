import { z } from 'zod'
import { describeIssues, inOneSentence } from './describeIssues'
import { HttpProblem } from './HttpProblem'

/**
 * The query parameters by their shape. Throws HttpProblem 400 naming each wrong field. Unknown and repeated parameters
 * are refused: a misspelt filter that is silently left out gives a wrong figure.
 */
export function readQuery<Shape extends z.ZodType>(shape: Shape, url: URL): z.output<Shape> {
  const errors = [...unknownIn(shape, url), ...repeatedIn(url)]
  const parsed = shape.safeParse(Object.fromEntries(url.searchParams), { reportInput: true })
  if (!parsed.success) errors.push(...describeIssues(parsed.error))
  if (errors.length > 0 || !parsed.success)
    throw new HttpProblem(400, 'The query cannot be understood', inOneSentence(errors), errors)
  return parsed.data
}

function unknownIn(shape: z.ZodType, url: URL): { field: string; message: string }[] {
  if (!(shape instanceof z.ZodObject)) return []
  const known = Object.keys(shape.shape)
  return [...new Set(url.searchParams.keys())]
    .filter((field) => !known.includes(field))
    .map((field) => ({ field, message: `is not known here; known: ${known.join(', ')}` }))
}

function repeatedIn(url: URL): { field: string; message: string }[] {
  return [...new Set(url.searchParams.keys())]
    .filter((field) => url.searchParams.getAll(field).length > 1)
    .map((field) => ({ field, message: 'was given more than once; give it once' }))
}
