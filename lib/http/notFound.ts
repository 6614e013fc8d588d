import { HttpProblem } from './HttpProblem'

/** The problem for an id that does not exist: `what` as in "There is no message …". */
export function notFound(what: string, id: string): HttpProblem {
  return new HttpProblem(404, 'Not found', `There is no ${what} "${id.slice(0, 100)}". It may have been removed.`)
}
