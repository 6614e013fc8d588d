import type { CoverPart } from './coverRange'
import { type Dimensions, dimensionConditions } from './dimensionConditions'
import type { SqlParameters } from './SqlParameters'

/**
 * A subquery over all counters of the given parts that pass the filter. One branch per part, so that each is a range of
 * the primary key; an OR over the parts would let PostgreSQL read the whole table.
 */
export function countersOf(
  table: 'rollup' | 'rollup_failure',
  columns: string,
  parts: readonly CoverPart[],
  filter: Dimensions,
  parameters: SqlParameters,
): string {
  const dimensions = dimensionConditions(filter, parameters, 'r').map((condition) => ` AND ${condition}`)
  return parts
    .map(({ grain, from, to }) => {
      const range = `r.bucket >= ${parameters.add(from)} AND r.bucket < ${parameters.add(to)}`
      return `SELECT ${columns} FROM ${table} r WHERE r.grain = '${grain}' AND ${range}${dimensions.join('')}`
    })
    .join('\nUNION ALL\n')
}
