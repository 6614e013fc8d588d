import { z } from 'zod'
import { FAILURE_CLASSES } from '@/lib/status/failureClass'
import { STATUSES } from '@/lib/status/status'

const at = z.iso.datetime()
const judgement = z.object({ status: z.enum(STATUSES), failureClass: z.enum(FAILURE_CLASSES).nullable() })

export const CODE_KINDS = ['status', 'error'] as const
export type CodeKind = (typeof CODE_KINDS)[number]

/** What to do next, for the three kinds of people who ask. */
export const steps = z.object({
  support: z.string().meta({ description: 'For who talks to the recipient.' }),
  marketing: z.string().meta({ description: 'For who decides which numbers are paid for.' }),
  engineering: z.string().meta({ description: 'For who runs the sending.' }),
})

/** What a business says about a word or code, against the adapter's own table. */
export const codeOverride = z.object({
  id: z.number().int(),
  adapter: z.string(),
  connection: z
    .object({ id: z.string(), name: z.string() })
    .nullable()
    .meta({ description: 'Null: all connections of the provider.' }),
  kind: z.enum(CODE_KINDS),
  code: z.string(),
  status: z.enum(STATUSES).nullable(),
  failureClass: z.enum(FAILURE_CLASSES).nullable(),
  permanent: z.boolean().nullable(),
  plain: z.string().nullable(),
  nextStep: z.string().nullable(),
  note: z.string().nullable(),
  author: z.string(),
  createdAt: at,
  endedAt: at.nullable(),
  endedBy: z.string().nullable(),
})
export type CodeOverride = z.output<typeof codeOverride>
export const codeOverrideList = z.object({ items: z.array(codeOverride) })

/** One word or code of one provider, as the dictionary shows it: the adapter's entry under the override in force. */
export const codeEntry = z.object({
  adapter: z.string(),
  connection: z.object({ id: z.string(), name: z.string() }).nullable().meta({
    description: 'The connection whose own mapping or override this is; null: every connection of the provider.',
  }),
  kind: z.enum(CODE_KINDS),
  code: z.string(),
  status: z.enum(STATUSES).nullable().meta({ description: 'Only of words: what receipts with it become.' }),
  failureClass: z.enum(FAILURE_CLASSES).nullable(),
  permanent: z.boolean().nullable(),
  name: z.string().nullable().meta({ description: "The provider's own name of the code." }),
  plain: z.string().nullable(),
  note: z.string().nullable(),
  nextStep: z.string().nullable().meta({ description: "The provider's advice in a word or two." }),
  steps: z.string().nullable().meta({ description: 'Key into `steps`.' }),
  override: codeOverride.nullable(),
})
export type CodeEntry = z.output<typeof codeEntry>

export const codeDictionary = z.object({
  providers: z.array(z.object({ id: z.string(), name: z.string() })),
  steps: z.record(z.string(), steps),
  items: z.array(codeEntry),
})
export type CodeDictionary = z.output<typeof codeDictionary>

/** Which word or code of which connections. */
const target = {
  adapter: z.string().max(40),
  connection: z.string().max(64).nullable().default(null).meta({
    description: 'Id of a connection; null: all connections of the provider.',
  }),
  kind: z.enum(CODE_KINDS),
  code: z.string().min(1).max(255),
}
const author = z.string().trim().min(1).max(80)
const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullable()
    .default(null)
    .transform((value) => value || null)

export const overrideListQuery = z.object({
  adapter: z.string().max(40).optional(),
  connection: z.string().max(64).optional(),
  kind: z.enum(CODE_KINDS).optional(),
  code: z.string().max(255).optional(),
})
export type OverrideListQuery = z.output<typeof overrideListQuery>

export const overridePreview = z.object({
  ...target,
  status: z.enum(STATUSES).nullable().default(null),
  failureClass: z.enum(FAILURE_CLASSES).nullable().default(null),
})
export type OverridePreview = z.output<typeof overridePreview>

export const overrideCreate = z.object({
  ...overridePreview.shape,
  permanent: z.boolean().nullable().default(null),
  plain: text(300),
  nextStep: text(200),
  note: text(1000),
  author,
})
export type OverrideCreate = z.output<typeof overrideCreate>

export const overrideEnd = z.object({ author })
export const overrideChanged = z.object({
  override: codeOverride,
  job: z
    .number()
    .int()
    .nullable()
    .meta({ description: 'The job that judges stored receipts again; null: none needed.' }),
})
export type OverrideChanged = z.output<typeof overrideChanged>

/** What a change would do to stored messages. */
export const rejudgePreview = z.object({
  exact: z.boolean().meta({ description: 'False: counted in a sample and scaled up.' }),
  receipts: z.number().int().meta({ description: 'Receipts that would be judged otherwise.' }),
  messages: z.number().int().meta({ description: 'Messages whose status or reason would change.' }),
  changes: z.array(z.object({ from: judgement, to: judgement, messages: z.number().int() })),
  sample: z
    .object({ ids: z.number().int(), ofIds: z.number().int() })
    .nullable()
    .meta({ description: 'How many message ids were looked at, of how many.' }),
  examples: z.array(
    z.object({
      id: z.string(),
      recipient: z.string().nullable().meta({ description: 'Masked.' }),
      sentAt: at,
      from: judgement,
      to: judgement,
    }),
  ),
  waiting: z.number().int().meta({ description: 'Callbacks in quarantine whose status word would become known.' }),
  tookMs: z.number().int(),
})
export type RejudgePreview = z.output<typeof rejudgePreview>

export const JOB_STATES = ['waiting', 'running', 'done', 'stopped', 'failed'] as const
export const rejudgeJob = z.object({
  id: z.number().int(),
  adapter: z.string(),
  connection: z.object({ id: z.string(), name: z.string() }).nullable(),
  title: z.string(),
  author: z.string(),
  state: z.enum(JOB_STATES),
  createdAt: at,
  startedAt: at.nullable(),
  finishedAt: at.nullable(),
  checked: z.number().int().meta({ description: 'Messages looked at.' }),
  total: z.number().int().meta({ description: 'Messages that there are to look at.' }),
  changed: z.number().int().meta({ description: 'Messages whose status or reason changed.' }),
  receiptsChanged: z.number().int(),
  error: z.string().nullable(),
})
export type RejudgeJob = z.output<typeof rejudgeJob>
export const rejudgeJobList = z.object({ asOf: at, items: z.array(rejudgeJob) })
export type RejudgeJobList = z.output<typeof rejudgeJobList>
export const rejudgeCommand = z.object({ do: z.enum(['stop', 'continue']) })

/** A word or code that nobody knows, as it was met. */
export const newCode = z.object({
  adapter: z.string(),
  provider: z.string(),
  connection: z.object({ id: z.string(), name: z.string() }),
  kind: z.enum(CODE_KINDS),
  code: z.string(),
  seen: z.number().int(),
  firstSeenAt: at,
  lastSeenAt: at,
  callbacks: z.array(z.uuid()).meta({ description: 'Callbacks that show it: the first and the newest.' }),
  messages: z.array(z.object({ id: z.string(), recipient: z.string().nullable() })),
  dismissed: z.object({ at, by: z.string() }).nullable(),
})
export type NewCode = z.output<typeof newCode>
export const newCodeList = z.object({ asOf: at, items: z.array(newCode) })
export type NewCodeList = z.output<typeof newCodeList>
export const newCodeDismiss = z.object({
  connection: z.string().max(64),
  kind: z.enum(CODE_KINDS),
  code: z.string().min(1).max(255),
  dismissed: z.boolean(),
  author,
})
export type NewCodeDismiss = z.output<typeof newCodeDismiss>
