import type { CoverPart } from './coverRange'
import { STATUSES } from '@/lib/status/status'
import { type Dimensions, dimensionConditions } from './dimensionConditions'
import type { SqlParameters } from './SqlParameters'

/** Counters stay behind with zeros when their messages move. */
const ANY_MESSAGE = `(${STATUSES.map((status) => `t.${status}`).join(' + ')})`

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
    .map((part) => {
      const range = `r.bucket >= ${parameters.add(part.from)} AND r.bucket < ${parameters.add(part.to)}`
      const rest = part.rest ? ` AND ${restCondition(part.rest, parameters)}` : ''
      return `SELECT ${columns} FROM ${table} r WHERE r.grain = '${part.grain}' AND ${range}${dimensions.join('')}${rest}`
    })
    .join('\nUNION ALL\n')
}

/** Does not depend on a row, so PostgreSQL answers it once and leaves out the whole part where it is false. */
function restCondition({ from, to, empty }: NonNullable<CoverPart['rest']>, parameters: SqlParameters): string {
  const range = `t.bucket >= ${parameters.add(from)} AND t.bucket < ${parameters.add(to)}`
  return `${empty ? 'NOT ' : ''}EXISTS (SELECT FROM rollup t WHERE t.grain = 'q' AND ${range} AND ${ANY_MESSAGE} > 0)`
}
