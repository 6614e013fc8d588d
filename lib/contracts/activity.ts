import { z } from 'zod'

const at = z.iso.datetime()
const count = z.number().int()

const delays = z
  .object({
    known: count.meta({ description: 'Receipts with a time of the event, without those ahead of our clock.' }),
    clockAhead: count.meta({ description: 'Receipts dated more than 2 s after their arrival.' }),
    p50: z.number().nullable().meta({ description: 'ms from the event to its arrival, to within a tenth.' }),
    p95: z.number().nullable(),
  })
  .meta({ description: 'Time from the event, by the provider’s clock, to the arrival here.' })

const counts = z.object({
  callbacks: count.meta({ description: 'Accepted: proved and kept.' }),
  receipts: count.meta({ description: 'Statements in them.' }),
  duplicates: count.meta({ description: 'Statements among them that were stored before.' }),
  refused: count.meta({ description: 'Requests that were not accepted, beside the callbacks.' }),
  quarantined: count.meta({ description: 'Callbacks that went to quarantine.' }),
})
export type ActivityCounts = z.output<typeof counts>

export const activityTotals = counts.extend({ delays })
export type ActivityTotals = z.output<typeof activityTotals>

/** How many minutes the short view of a connection covers, the running one included. */
export const HOUR_MINUTES = 60

export const connectionActivity = z.object({
  id: z.string(),
  hour: activityTotals,
  perMinute: z.array(count).meta({ description: 'Callbacks of each of the last 60 minutes, oldest first.' }),
  waiting: count.meta({ description: 'Its callbacks that are open in quarantine.' }),
  kept: count.meta({ description: 'Of these, kept while it was paused and not applied yet.' }),
  newCodes: count.meta({ description: 'Words and codes that nobody has explained yet.' }),
  usual: z.object({ days: count, heard: count }).nullable().meta({
    description:
      'Of so many of the last 7 days, on how many it called during the stretch of the clock in which it is silent now.',
  }),
})
export type ConnectionActivity = z.output<typeof connectionActivity>

export const connectionActivityList = z.object({ asOf: at, items: z.array(connectionActivity) })

export const ACTIVITY_RANGES = ['hour', 'day', 'week'] as const
export type ActivityRange = (typeof ACTIVITY_RANGES)[number]

export const activityQuery = z.object({ range: z.enum(ACTIVITY_RANGES).default('hour') })

export const activityPoint = activityTotals.extend({ at, until: at })
export type ActivityPoint = z.output<typeof activityPoint>

export const activitySeries = z.object({
  asOf: at,
  range: z.enum(ACTIVITY_RANGES),
  total: activityTotals,
  points: z.array(activityPoint).meta({ description: 'Without gaps, oldest first; the last one is still running.' }),
})
export type ActivitySeries = z.output<typeof activitySeries>
