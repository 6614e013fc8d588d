import { HttpProblem } from '@/lib/http/HttpProblem'

/** The problem for an id that no connection has. */
export function noSuchConnection(id: string): HttpProblem {
  return new HttpProblem(404, 'No such connection', `There is no connection "${id}". See: landed connections list`)
}
