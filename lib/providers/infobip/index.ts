import type { Adapter } from '../types'
import { ERRORS, explain } from './errors'
import { parse } from './parse'
import { SECRETS } from './secrets'
import { STATUS_ENTRIES } from './statuses'
import { verify } from './verify'

/** Infobip: delivery reports of SMS, API v3 and the deprecated one. */
export const infobip: Adapter = {
  id: 'infobip',
  name: 'Infobip',
  methods: ['POST'],
  secrets: SECRETS,
  proof: 'signature',
  setup:
    'In the Infobip portal open Developer tools, Subscriptions management, add a subscription for SMS delivery reports ' +
    'and paste the URL into its notification profile, with the security settings that you chose here. Or give the URL ' +
    'as webhooks.delivery.url (notifyUrl in the old API) when you send; then only the token in the URL proves a report.',
  urlSuffix: '/{secret:token}',
  verify,
  parse,
  reply: { status: 200, body: '' },
  challenge: { 'www-authenticate': 'Basic realm="Landed", charset="UTF-8"' },
  statuses: STATUS_ENTRIES,
  errors: ERRORS,
  explain,
}
