import { localDaySql } from '../localDaySql'

/** The place of a message in the counters, in the order of their key. */
export const PLACE = ['connection_id', 'country', 'carrier', 'purpose', 'location'] as const

/** The grains with the SQL of the bucket that `cohort_at` falls into; $1 are the starts of its days: `readLocalDays`. */
export const BUCKET_SQL = {
  q: `date_bin('15 minutes', cohort_at, '2000-01-01T00:00:00Z')`,
  h: `date_bin('1 hour', cohort_at, '2000-01-01T00:00:00Z')`,
  d: localDaySql('cohort_at', '$1'),
} as const

/** Joins two sides of a comparison by bucket and place. No side holds NULL in them. */
export const SAME_PLACE = ['bucket', ...PLACE].map((column) => `counted.${column} = kept.${column}`).join(' AND ')

/** The key of a compared row as one JSON object, whichever side has it. `extra` are further columns. */
export function keySql(extra: readonly string[] = []): string {
  const pairs = ['bucket', ...PLACE, ...extra].map(
    (column) => `'${column}', coalesce(counted.${column}, kept.${column})::text`,
  )
  return `jsonb_build_object('grain', $2::text, ${pairs.join(', ')})`
}
