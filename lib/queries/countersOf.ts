import type { CoverPart } from './coverRange'
import { type Dimensions, dimensionConditions } from './dimensionConditions'
import type { SqlParameters } from './SqlParameters'

/**
 * A subquery over all counters of the given parts that pass the filter. One branch per part, so that each is a range of
 * the primary key; an OR over the parts would let PostgreSQL read the whole table.
 */
export function countersOf(
  table: 'rollup' | 'rollup_failure',
  keys: readonly string[],
  counts: readonly string[],
  parts: readonly CoverPart[],
  filter: Dimensions,
  parameters: SqlParameters,
): string {
  const dimensions = dimensionConditions(filter, parameters, 'r').map((condition) => ` AND ${condition}`)
  return parts
    .map(({ grain, from, to, sign }) => {
      const signed = counts.map((count) => (sign === 1 ? `r.${count}` : `-r.${count} AS ${count}`))
      const columns = [...keys.map((key) => `r.${key}`), ...signed].join(', ')
      const range = `r.bucket >= ${parameters.add(from)} AND r.bucket < ${parameters.add(to)}`
      return `SELECT ${columns} FROM ${table} r WHERE r.grain = '${grain}' AND ${range}${dimensions.join('')}`
    })
    .join('\nUNION ALL\n')
}
