import type { Adapter } from '../types'
import { ERRORS, explain } from './errors'
import { parse } from './parse'
import { STATUS_ENTRIES } from './statuses'
import { verify } from './verify'

/** MessageBird classic (rest.messagebird.com): status reports of SMS. Bird and its Channels are other products. */
export const messagebird: Adapter = {
  id: 'messagebird',
  name: 'MessageBird (classic)',
  methods: ['GET'],
  secrets: [
    {
      name: 'signingSecret',
      label: 'Signing key',
      help: 'MessageBird dashboard, Developer settings, signed requests: the signing key. It is not the API key.',
      required: true,
    },
  ],
  proof: 'signature',
  setup:
    'In the MessageBird dashboard open Developer settings and paste the URL as status report URL for SMS, or give it as ' +
    'reportUrl when you send. Always send with a reference: without one MessageBird sends no report.',
  verify,
  parse,
  reply: { status: 200, body: '' },
  statuses: STATUS_ENTRIES,
  errors: ERRORS,
  explain,
}
