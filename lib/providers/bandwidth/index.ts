import type { Adapter } from '../types'
import { ERRORS, explain } from './errors'
import { parse } from './parse'
import { STATUS_ENTRIES } from './statuses'
import { verify } from './verify'

/** Bandwidth: events of the Messaging API v2. The older international product sends other ones. */
export const bandwidth: Adapter = {
  id: 'bandwidth',
  name: 'Bandwidth',
  methods: ['POST'],
  secrets: [
    {
      name: 'username',
      label: 'Callback user name',
      help:
        'You choose it and type it into the messaging application in Bandwidth, callback credentials of outbound ' +
        'events (OutboundCallbackCreds, UserId). Leave it empty to rely on the URL token.',
      required: false,
    },
    {
      name: 'password',
      label: 'Callback password',
      help: 'Goes beside the user name in Bandwidth. Without a user name it is not used.',
      required: false,
      generated: true,
    },
    {
      name: 'token',
      label: 'URL token',
      help: 'Last part of the callback URL. Bandwidth signs nothing: it is what proves an event while no user name is set.',
      required: false,
      generated: true,
    },
  ],
  proof: 'credentials',
  setup:
    'In the Bandwidth dashboard open Applications, your messaging application, and paste the URL as callback URL of ' +
    'outbound (status) events, with the callback user name and password that you chose here.',
  urlSuffix: '/{secret:token}',
  verify,
  parse,
  reply: { status: 200, body: '' },
  challenge: { 'www-authenticate': 'Basic realm="Landed", charset="UTF-8"' },
  statuses: STATUS_ENTRIES,
  errors: ERRORS,
  explain,
}
