import type { Adapter } from '../types'
import { ERRORS, explain } from './errors'
import { parse } from './parse'
import { STATUS_ENTRIES } from './statuses'
import { verify } from './verify'

/** Our own JSON format, for anyone who writes a sender: docs/landed-format.md. */
export const landed: Adapter = {
  id: 'landed',
  name: 'Landed format',
  methods: ['POST'],
  secrets: [
    {
      name: 'signingSecret',
      label: 'Signing secret',
      help: 'Give it to your sender, which signs every request with it as Standard Webhooks says.',
      required: true,
      generated: true,
    },
  ],
  proof: 'signature',
  setup:
    'Let your sender POST its receipts to this URL as JSON, signed with the signing secret. ' +
    'The format is described in docs/landed-format.md; libraries for signing exist for every common language.',
  verify,
  parse,
  reply: { status: 204, body: '' },
  statuses: STATUS_ENTRIES,
  errors: ERRORS,
  explain,
}
