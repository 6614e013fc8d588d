import type { Adapter } from '../types'
import { BASIC_OR_TOKEN_FIELDS } from '../verifyBasicOrToken'
import { ERRORS, explain } from './errors'
import { parse } from './parse'
import { STATUS_ENTRIES } from './statuses'
import { verify } from './verify'

/** Sinch: delivery reports of the SMS REST API. Other products of Sinch sign in other ways. */
export const sinch: Adapter = {
  id: 'sinch',
  name: 'Sinch',
  methods: ['POST'],
  secrets: [
    {
      name: 'signingSecret',
      label: 'Webhook secret',
      help:
        'The secret of signed callbacks, set up by your account manager at Sinch. Once it is set, every report must be ' +
        'signed. Leave it empty when your service plan does not sign.',
      required: false,
    },
    ...BASIC_OR_TOKEN_FIELDS,
  ],
  proof: 'signature',
  setup:
    'In the Sinch dashboard open SMS, Service APIs, your service plan, and paste the URL as callback URL; or give it as ' +
    'callback_url of a batch. Send with delivery_report "per_recipient" (or "per_recipient_final"): "summary" only ' +
    'counts, and "none" reports nothing.',
  urlSuffix: '/{secret:token}',
  verify,
  parse,
  reply: { status: 200, body: '' },
  challenge: { 'www-authenticate': 'Basic realm="Landed", charset="UTF-8"' },
  statuses: STATUS_ENTRIES,
  errors: ERRORS,
  explain,
}
