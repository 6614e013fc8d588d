import { z } from 'zod'
import { FAILURE_CLASSES } from '@/lib/status/failureClass'
import { STATES } from '@/lib/status/state'
import { STATUSES } from '@/lib/status/status'

/** Quarter hours are the finest counters. A range on their borders makes every figure equal to the rows behind it. */
export const QUARTER_MS = 15 * 60_000

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text))
const onQuarter = instant.refine((at) => at.getTime() % QUARTER_MS === 0, {
  message: 'must lie on a quarter hour (…:00, :15, :30 or :45)',
})

/** The range and dimensions that every figure, chart and list understands, as query parameters. */
export const filterQuery = z
  .object({
    from: onQuarter.meta({ description: 'Start of the send-time range, inclusive; on a quarter hour.' }),
    to: onQuarter.meta({ description: 'End of the send-time range, exclusive; on a quarter hour.' }),
    connection: z.string().max(64).optional().meta({ description: 'Id of a connection.' }),
    carrier: z.string().max(120).optional().meta({ description: 'MCC-MNC or carrier name; "none" for unknown.' }),
    country: z.string().max(8).optional().meta({ description: 'ISO 3166-1 alpha-2; "none" for unknown.' }),
  })
  .refine((query) => query.to > query.from, { path: ['to'], message: 'must be later than "from"' })

export type Filter = z.output<typeof filterQuery>

/** Narrowing that only lists of messages know. */
export const messageNarrowing = {
  state: z.enum(STATES).optional().meta({ description: 'One of the four states.' }),
  status: z.enum(STATUSES).optional().meta({ description: 'One exact status.' }),
  failureClass: z.enum(FAILURE_CLASSES).optional(),
  q: z
    .string()
    .trim()
    .max(120)
    .optional()
    .meta({ description: 'A phone number (or its last digits are not enough), a message id or our reference; exact.' }),
}
