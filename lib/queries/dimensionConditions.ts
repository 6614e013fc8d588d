import type { SqlParameters } from './SqlParameters'

/** The dimensions that counters and messages both have. */
export interface Dimensions {
  connection?: string | undefined
  carrier?: string | undefined
  country?: string | undefined
}

/**
 * What the filter says about a row of `rollup`, `rollup_failure` or `message`, as SQL conditions. Counters and lists
 * take them from here alone, so that a list holds exactly the rows that a figure counts. "none" means not known.
 */
export function dimensionConditions(filter: Dimensions, parameters: SqlParameters, alias: string): string[] {
  const conditions: string[] = []
  if (filter.connection !== undefined) {
    const id = parameters.add(filter.connection)
    conditions.push(`${alias}.connection_id = (SELECT id FROM connection WHERE public_id = ${id})`)
  }
  if (filter.carrier !== undefined) conditions.push(`${alias}.carrier = ${parameters.add(orEmpty(filter.carrier))}`)
  if (filter.country !== undefined) conditions.push(`${alias}.country = ${parameters.add(country(filter.country))}`)
  return conditions
}

function orEmpty(value: string): string {
  return value === 'none' ? '' : value
}

function country(value: string): string {
  return orEmpty(value.toLowerCase() === 'none' ? 'none' : value.toUpperCase())
}
