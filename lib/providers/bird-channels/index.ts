import type { Adapter } from '../types'
import { ERRORS, explain } from './errors'
import { parse } from './parse'
import { STATUS_ENTRIES } from './statuses'
import { verify } from './verify'

/** Bird Channels (docs.bird.com): notifications about outbound SMS. */
export const birdChannels: Adapter = {
  id: 'bird-channels',
  name: 'Bird Channels',
  methods: ['POST'],
  secrets: [
    {
      name: 'signingSecret',
      label: 'Signing key',
      help: 'The signing key of the webhook subscription. Landed makes one up; give it to Bird as signingKey.',
      required: true,
      generated: true,
    },
  ],
  proof: 'signature',
  setup:
    'In Bird add a webhook subscription for the service "channels" and the event "sms.outbound" with this URL, exactly ' +
    'as it stands here (it is part of the signature), and with the signing key.',
  verify,
  parse,
  reply: { status: 200, body: '' },
  statuses: STATUS_ENTRIES,
  errors: ERRORS,
  explain,
}
