import { z } from 'zod'
import { FAILURE_CLASSES } from '@/lib/status/failureClass'
import { filterQuery } from './filter'

export const summaryQuery = filterQuery
export const GRAINS = ['quarter', 'hour', 'day'] as const
export const seriesQuery = filterQuery.safeExtend({
  grain: z
    .enum(GRAINS)
    .optional()
    .meta({ description: 'Length of a point. Without: the finest that gives about a hundred points at most.' }),
})

const count = z.number().int().nonnegative()

/** Counts of messages by the four states. settled = delivered + failed; all = the sum of the four. */
export const stateCounts = z.object({ delivered: count, failed: count, unconfirmed: count, pending: count })
export type StateCounts = z.output<typeof stateCounts>

/** A proportion with its 95 % Wilson score interval, all between 0 and 1; n is the denominator. */
export const proportion = z.object({ value: z.number(), low: z.number(), high: z.number(), n: count })
export type Proportion = z.output<typeof proportion>

const group = stateCounts.extend({
  key: z.string().meta({ description: 'Value for the filter of this dimension.' }),
  label: z.string(),
  rate: proportion.nullable(),
})
export type SummaryGroup = z.output<typeof group>

export const summary = z.object({
  asOf: z.iso.datetime(),
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  counts: stateCounts,
  statuses: z.record(z.string(), count).meta({ description: 'Messages by exact status.' }),
  rate: proportion.nullable().meta({ description: '(delivered + read) ÷ settled; null without settled messages.' }),
  coverage: z.number().nullable().meta({ description: 'settled ÷ all; null without messages.' }),
  failures: z.array(z.object({ failureClass: z.enum(FAILURE_CLASSES), label: z.string(), messages: count })),
  connections: z.array(group),
  carriers: z.array(group),
  hasAnyMessage: z.boolean().meta({ description: 'False only while the database holds no message at all.' }),
})
export type Summary = z.output<typeof summary>

export const series = z.object({
  asOf: z.iso.datetime(),
  grain: z.enum(GRAINS),
  points: z.array(stateCounts.extend({ at: z.iso.datetime(), until: z.iso.datetime() })),
})
export type Series = z.output<typeof series>
