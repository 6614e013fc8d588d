import type { Adapter } from '../types'
import { ERRORS, explain } from './errors'
import { parse } from './parse'
import { STATUS_ENTRIES } from './statuses'
import { verify } from './verify'

/** Bird, the platform of 2026 (bird.com): events about SMS. */
export const bird: Adapter = {
  id: 'bird',
  name: 'Bird',
  methods: ['POST'],
  secrets: [
    {
      name: 'signingSecret',
      label: 'Endpoint secret',
      help:
        'Begins with "whsec_". Bird shows it once, when the webhook endpoint is created. Add this connection without ' +
        'it, create the endpoint with the URL, then enter the secret here; until then nothing is let in.',
      required: false,
    },
  ],
  proof: 'signature',
  setup:
    'In Bird create a webhook endpoint with this URL for the sms.* events, and copy its secret. An endpoint cannot be ' +
    'edited: another URL means another endpoint with another secret.',
  verify,
  parse,
  reply: { status: 200, body: '' },
  statuses: STATUS_ENTRIES,
  errors: ERRORS,
  explain,
}
