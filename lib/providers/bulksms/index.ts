import type { Adapter } from '../types'
import { ERRORS, explain } from './errors'
import { parse } from './parse'
import { STATUS_ENTRIES } from './statuses'
import { verify } from './verify'

/** BulkSMS: webhooks of the JSON REST API v1. */
export const bulksms: Adapter = {
  id: 'bulksms',
  name: 'BulkSMS',
  methods: ['POST'],
  secrets: [
    {
      name: 'token',
      label: 'URL secret',
      help:
        'The value of ?secret= in the callback URL. BulkSMS signs nothing, so this is what proves a receipt. A receipt ' +
        'with a wrong secret is lost at BulkSMS: after a change keep the old one for two days.',
      required: true,
      generated: true,
    },
  ],
  proof: 'token',
  setup:
    'In BulkSMS add a webhook for SENT messages (developer settings, or POST /v1/webhooks) and paste the URL with its ' +
    'secret. BulkSMS calls it with an empty list before it saves it.',
  urlSuffix: '?secret={secret:token}',
  verify,
  parse,
  reply: { status: 200, body: '' },
  statuses: STATUS_ENTRIES,
  errors: ERRORS,
  explain,
}
