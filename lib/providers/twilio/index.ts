import type { Adapter } from '../types'
import { ERRORS, explain } from './errors'
import { parse } from './parse'
import { STATUS_ENTRIES } from './statuses'
import { verify } from './verify'

/** Twilio Programmable Messaging: status callbacks, and Event Streams for the same texts. */
export const twilio: Adapter = {
  id: 'twilio',
  name: 'Twilio',
  methods: ['POST', 'GET'],
  secrets: [
    {
      name: 'authToken',
      label: 'Auth token',
      help:
        'Twilio Console, Account, API keys & tokens: the primary auth token of the account or sub-account that sends. ' +
        'A sub-account signs with its own token.',
      required: true,
    },
  ],
  proof: 'signature',
  setup:
    'In the Twilio Console open your Messaging Service, Integration, and paste the URL as "Delivery Status Callback"; ' +
    'or give it as StatusCallback when you send. Add "#rc=5&rp=all" to it so that Twilio repeats a callback that failed.',
  verify,
  parse,
  reply: { status: 204, body: '' },
  statuses: STATUS_ENTRIES,
  errors: ERRORS,
  explain,
}
