import { z } from 'zod'
import { FAILURE_CLASSES } from '@/lib/status/failureClass'
import { STATUSES } from '@/lib/status/status'

const id = z.string().min(1).max(255)
const label = z.string().max(255).nullish()

/** One receipt of the `landed` format, see docs/landed-format.md. Unknown keys are left alone. */
export const landedReceipt = z.object({
  providerMessageId: id.nullish(),
  clientReference: id.nullish(),
  status: z.enum(STATUSES),
  rawStatus: label,
  failureClass: z.enum(FAILURE_CLASSES).nullish(),
  errorCode: label,
  recipient: z.string().max(64).nullish(),
  sender: label,
  occurredAt: z.iso.datetime({ offset: true }).nullish(),
  mccmnc: z
    .string()
    .regex(/^\d{5,6}$/)
    .nullish(),
  carrierName: label,
  price: z
    .string()
    .regex(/^\d{1,10}(\.\d{1,8})?$/)
    .nullish(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullish(),
  segments: z.number().int().min(1).max(255).nullish(),
  purpose: z.enum(['reminder', 'code', 'promotion', 'notice', 'other']).nullish(),
  location: label,
  campaign: label,
})
export type LandedReceipt = z.output<typeof landedReceipt>
