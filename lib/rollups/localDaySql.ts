/**
 * SQL of the start of the local day that `instant` (an SQL expression) falls into. `days` is the parameter that holds
 * the starts of all days in question (see `readLocalDays`), such as `$1`. NULL before the first of them.
 * Never AT TIME ZONE: PostgreSQL has time zone data of its own, and other rules for a midnight that is there twice.
 */
export function localDaySql(instant: string, days: string): string {
  return `(${days}::timestamptz[])[width_bucket(${instant}, ${days}::timestamptz[])]`
}
