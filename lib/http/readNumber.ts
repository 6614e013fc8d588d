import { notFound } from './notFound'

const LARGEST = 2 ** 31 - 1

/** A number out of a path, such as that of a job. Throws HttpProblem 404 for what cannot be one: `what` is its kind. */
export function readNumber(what: string, text: string): number {
  const number = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : NaN
  if (!(number <= LARGEST)) throw notFound(what, text)
  return number
}
