import { z } from 'zod'
import { connection } from './connection'

const secretValues = z.record(z.string().max(60), z.string().max(4000))

/** What can be changed about a connection at once, while its secrets stay. */
export const connectionPatch = z
  .strictObject({
    name: z.string().trim().min(1).max(80).optional(),
    secrets: secretValues.optional().meta({
      description: 'Settings among its secrets (see "setting" of the providers): corrected at once. "" takes one away.',
    }),
  })
  .refine((patch) => patch.name !== undefined || patch.secrets !== undefined, {
    message: 'Give "name", "secrets" or both.',
  })
export type ConnectionPatch = z.output<typeof connectionPatch>

export const OVERLAPS = ['none', '1h', '24h', '7d'] as const
export type Overlap = (typeof OVERLAPS)[number]

/** How long an overlap may last: a forgotten one must not keep a leaked secret alive for ever. */
export const LONGEST_OVERLAP_DAYS = 90

export const rotateRequest = z
  .strictObject({
    secrets: secretValues.default({}).meta({ description: 'New values; the others stay. "" takes one away.' }),
    generate: z
      .array(z.string().max(60))
      .max(20)
      .default([])
      .meta({ description: 'Secrets of which Landed makes up the new value.' }),
    overlap: z
      .enum(OVERLAPS)
      .optional()
      .meta({ description: 'How long the old secrets are accepted beside the new ones. This or "until".' }),
    until: z.iso
      .datetime()
      .optional()
      .meta({ description: `The same as a moment, at most ${LONGEST_OVERLAP_DAYS} days from now.` }),
  })
  .refine((request) => (request.overlap === undefined) !== (request.until === undefined), {
    message: 'Give either "overlap" or "until".',
    path: ['overlap'],
  })
export type RotateRequest = z.input<typeof rotateRequest>

/** The answer to a rotation: the only moment at which new generated secrets are shown. */
export const connectionRotated = connection.extend({
  generatedSecrets: z.record(z.string(), z.string()),
  urlToPaste: z.string().meta({ description: 'The callback URL as the provider must have it now, tokens included.' }),
  urlChanged: z.boolean().meta({ description: 'True when it differs from before: paste it anew at the provider.' }),
})
export type ConnectionRotated = z.output<typeof connectionRotated>

/** What a removal takes away. */
export const connectionLoss = z.object({
  name: z.string(),
  messages: z.number().int(),
  receipts: z.number().int(),
  callbacks: z.number().int(),
  rules: z.number().int().meta({ description: 'Own rules about codes that hold for this connection alone.' }),
  retentionDays: z.number().int().meta({ description: 'How long raw callbacks are kept otherwise.' }),
})
export type ConnectionLoss = z.output<typeof connectionLoss>
