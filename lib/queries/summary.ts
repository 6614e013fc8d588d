import { z } from 'zod'
import { carrierLabel } from '@/lib/carriers/carrierLabel'
import type { Filter } from '@/lib/contracts/filter'
import type { Summary, SummaryGroup } from '@/lib/contracts/metrics'
import { sql } from '@/lib/db/sql'
import { readEnv } from '@/lib/env'
import { wilson } from '@/lib/metrics/wilson'
import { FAILURE_CLASSES, FAILURE_LABELS } from '@/lib/status/failureClass'
import { STATUSES } from '@/lib/status/status'
import { countersOf } from './countersOf'
import { coverRange } from './coverRange'
import { SqlParameters } from './SqlParameters'
import { NOTHING, statusCounts, SUMS, toStates } from './statusCounts'

/** GROUPING(connection_id, carrier): which of the two a row is summed over. */
const TOTAL = 3
const BY_CONNECTION = 1
const BY_CARRIER = 2

const group = statusCounts.extend({
  grouping: z.number(),
  publicId: z.string().nullable(),
  name: z.string().nullable(),
  carrier: z.string().nullable(),
})
type Group = z.output<typeof group>

const answer = z.object({
  groups: z.array(group),
  failures: z.array(z.object({ failureClass: z.enum(FAILURE_CLASSES), messages: z.coerce.number().int() })),
  hasAnyMessage: z.boolean(),
})

/** The figures of the overview for one range and filter: one statement over the counters, exact at its moment. */
export async function summary(filter: Filter): Promise<Summary> {
  const asOf = new Date()
  const parameters = new SqlParameters()
  const [row] = await sql(answer, statement(filter, parameters), parameters.values)
  if (!row) throw new Error('the summary statement returned no row')
  const total = row.groups.find((each) => each.grouping === TOTAL)
  const counts = toStates(total ?? NOTHING)
  const settled = counts.delivered + counts.failed
  const all = settled + counts.unconfirmed + counts.pending
  return {
    asOf: asOf.toISOString(),
    from: filter.from.toISOString(),
    to: filter.to.toISOString(),
    counts,
    statuses: Object.fromEntries(STATUSES.map((status) => [status, (total ?? NOTHING)[status]])),
    rate: wilson(counts.delivered, settled),
    coverage: all === 0 ? null : settled / all,
    failures: row.failures.map((each) => ({ ...each, label: FAILURE_LABELS[each.failureClass] })),
    connections: groupsOf(row.groups, BY_CONNECTION, (each) => [each.publicId ?? '', each.name ?? '']),
    carriers: groupsOf(row.groups, BY_CARRIER, (each) => [each.carrier || 'none', carrierLabel(each.carrier ?? '')]),
    hasAnyMessage: row.hasAnyMessage,
  }
}

function statement(filter: Filter, parameters: SqlParameters): string {
  const parts = coverRange(filter, readEnv().timeZone)
  return `
    WITH pair AS (
      SELECT r.connection_id, r.carrier, ${SUMS}
        FROM (${countersOf('rollup', ['connection_id', 'carrier'], STATUSES, parts, filter, parameters)}) r
       GROUP BY r.connection_id, r.carrier
    ), counted AS (
      SELECT GROUPING(r.connection_id, r.carrier) AS grouping, r.connection_id, r.carrier, ${SUMS}
        FROM pair r GROUP BY GROUPING SETS ((), (r.connection_id), (r.carrier))
    ), failed AS (
      SELECT r.failure_class AS "failureClass", sum(r.messages::float8) AS messages
        FROM (${countersOf('rollup_failure', ['failure_class'], ['messages'], parts, filter, parameters)}) r
       GROUP BY r.failure_class HAVING sum(r.messages) > 0
    )
    SELECT (SELECT json_agg(json_build_object('grouping', r.grouping, 'publicId', c.public_id, 'name', c.name,
                     'carrier', r.carrier, ${STATUSES.map((status) => `'${status}', coalesce(r.${status}, 0)`).join(', ')}))
              FROM counted r LEFT JOIN connection c ON c.id = r.connection_id) AS groups,
           (SELECT coalesce(json_agg(f ORDER BY f.messages DESC, f."failureClass"), '[]') FROM failed f) AS failures,
           EXISTS (SELECT FROM message) AS "hasAnyMessage"`
}

/** The groups of one dimension that hold any message, largest first. */
function groupsOf(rows: Group[], grouping: number, keyAndLabel: (row: Group) => [string, string]): SummaryGroup[] {
  return rows
    .filter((row) => row.grouping === grouping)
    .map((row) => {
      const counts = toStates(row)
      const [key, label] = keyAndLabel(row)
      return { ...counts, key, label, rate: wilson(counts.delivered, counts.delivered + counts.failed) }
    })
    .filter((each) => allOf(each) > 0)
    .sort((a, b) => allOf(b) - allOf(a) || (a.key < b.key ? -1 : 1))
}

function allOf(counts: SummaryGroup): number {
  return counts.delivered + counts.failed + counts.unconfirmed + counts.pending
}
