import { z } from 'zod'
import { FAILURE_CLASSES } from '@/lib/status/failureClass'
import { STATES } from '@/lib/status/state'
import { STATUSES } from '@/lib/status/status'
import { steps } from './codes'
import { filterQuery, messageNarrowing } from './filter'

const exportShape = {
  ...filterQuery.shape,
  from: filterQuery.shape.from.optional(),
  to: filterQuery.shape.to.optional(),
  ...messageNarrowing,
}
const inOrder = ({ from, to }: { from?: Date | undefined; to?: Date | undefined }) => !from || !to || to > from
const outOfOrder = { path: ['to'], message: 'must be later than "from"' }

export const messageListQuery = z
  .object({
    ...exportShape,
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  })
  .refine(inOrder, outOfOrder)
export type MessageListQuery = z.output<typeof messageListQuery>

/** The same list as a file, which holds all of its pages. */
export const messageExportQuery = z.object(exportShape).refine(inOrder, outOfOrder)
export type MessageExportQuery = z.output<typeof messageExportQuery>

const at = z.iso.datetime()

export const message = z.object({
  id: z.string().meta({ description: "Landed's own id." }),
  connection: z.object({ id: z.string(), name: z.string(), adapter: z.string() }),
  providerMessageId: z.string().nullable(),
  clientReference: z.string().nullable(),
  recipient: z.string().nullable().meta({ description: 'E.164.' }),
  sender: z.string().nullable(),
  state: z.enum(STATES),
  status: z.enum(STATUSES),
  rawStatus: z.string(),
  failureClass: z.enum(FAILURE_CLASSES).nullable(),
  failureLabel: z.string().nullable(),
  errorCode: z.string().nullable(),
  errorName: z.string().nullable().meta({ description: "The provider's own name of the code." }),
  nextStep: z.string().nullable(),
  contradicted: z.boolean(),
  cohortAt: at,
  occurredAt: at.nullable(),
  firstReceivedAt: at,
  lastReceivedAt: at,
  country: z.string().nullable(),
  carrier: z.object({ key: z.string(), label: z.string() }).nullable(),
  purpose: z.string().nullable(),
  location: z.string().nullable(),
  campaign: z.string().nullable(),
  segments: z.number().int().nullable(),
  price: z.string().nullable(),
  currency: z.string().nullable(),
  parts: z
    .number()
    .int()
    .nullable()
    .meta({ description: 'How many parts the provider reports one by one; null where it reports the whole text.' }),
  route: z.string().nullable().meta({ description: "The provider's own name of the way that it took." }),
})
export type Message = z.output<typeof message>

export const messageList = z.object({ asOf: at, items: z.array(message), nextCursor: z.string().nullable() })
export type MessageList = z.output<typeof messageList>

export const receipt = z.object({
  fingerprint: z.string(),
  callbackId: z.uuid(),
  status: z.enum(STATUSES),
  state: z.enum(STATES),
  rawStatus: z.string(),
  failureClass: z.enum(FAILURE_CLASSES).nullable(),
  failureLabel: z.string().nullable(),
  errorCode: z.string().nullable(),
  errorName: z.string().nullable(),
  occurredAt: at.nullable(),
  receivedAt: at,
  duplicates: z.number().int(),
  part: z.number().int().nullable().meta({ description: 'The part that it speaks of; null: the whole text.' }),
  decides: z.boolean().meta({ description: 'True for the receipt that is the state of the message.' }),
})
export type Receipt = z.output<typeof receipt>

/** What a failure means, and what to do next, for the three kinds of people who ask. */
export const messageMeaning = z.object({ plain: z.string(), steps })
export const messageDetail = message.extend({
  receipts: z.array(receipt),
  meaning: messageMeaning.nullable().meta({ description: 'In plain words; null where there is no failure.' }),
})
export type MessageDetail = z.output<typeof messageDetail>

/** A receipt as the "arriving now" feed shows it. The recipient is masked. */
export const feedItem = z.object({
  messageId: z.string(),
  connection: z.string().meta({ description: 'Name of the connection.' }),
  recipient: z.string().nullable(),
  status: z.enum(STATUSES),
  failureClass: z.enum(FAILURE_CLASSES).nullable(),
  carrier: z.string().nullable(),
  receivedAt: at,
})
export type FeedItem = z.output<typeof feedItem>

export const feedQuery = z.object({ limit: z.coerce.number().int().min(1).max(100).default(12) })
export const feed = z.object({ asOf: at, items: z.array(feedItem) })
export type Feed = z.output<typeof feed>
