/**
 * SQL of the start of the local day that `instant` (an SQL expression) falls into; `zone` is that of a parameter.
 * An hour before midnight, then an hour on: midnight itself is there twice, or never, where clocks change at midnight,
 * and PostgreSQL would take the second of two. Agrees with `bucketsIn`.
 */
export function localDaySql(instant: string, zone: string): string {
  return `((date_trunc('day', ${instant} AT TIME ZONE ${zone}) - interval '1 hour') AT TIME ZONE ${zone} + interval '1 hour')`
}
