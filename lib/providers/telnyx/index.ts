import type { Adapter } from '../types'
import { ERRORS, explain } from './errors'
import { parse } from './parse'
import { STATUS_ENTRIES } from './statuses'
import { verify } from './verify'

/** Telnyx: messaging webhooks of API version 2. Those of version 1 look different. */
export const telnyx: Adapter = {
  id: 'telnyx',
  name: 'Telnyx',
  methods: ['POST'],
  secrets: [
    {
      name: 'publicKey',
      label: 'Public key',
      help:
        'Telnyx Mission Control Portal, Account settings, Keys & credentials, Public key: 44 characters that end in "=". ' +
        'It belongs to the account; an API key does not fit.',
      required: true,
    },
  ],
  proof: 'signature',
  setup:
    'In the Telnyx portal open Messaging, your messaging profile, and paste the URL as webhook URL (API version 2); or ' +
    'give it as webhook_url when you send. It can be the failover URL too.',
  verify,
  parse,
  reply: { status: 200, body: '' },
  statuses: STATUS_ENTRIES,
  errors: ERRORS,
  explain,
}
