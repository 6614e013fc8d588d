import type { Adapter } from '../types'
import { ERRORS, explain } from './errors'
import { parse } from './parse'
import { ALGORITHMS } from './signature'
import { STATUS_ENTRIES } from './statuses'
import { verify } from './verify'

/** Vonage SMS API: delivery receipts. The Messages API is another product with other receipts. */
export const vonageSms: Adapter = {
  id: 'vonage-sms',
  name: 'Vonage SMS API',
  methods: ['GET', 'POST'],
  secrets: [
    {
      name: 'signatureSecret',
      label: 'Signature secret',
      help:
        'Vonage dashboard, API settings: "Signature secret" (not the API secret). Vonage support must switch signing ' +
        'on for receipts. Leave it empty when your account does not sign; the token in the URL then protects you.',
      required: false,
    },
    {
      name: 'signatureAlgorithm',
      label: 'Signature algorithm',
      help: 'As set beside the signature secret. "md5hash" is the default of an account.',
      required: false,
      options: ALGORITHMS,
    },
    {
      name: 'maxAgeSeconds',
      label: 'Oldest accepted signature, seconds',
      help: 'How old the timestamp of a signed receipt may be. Empty: one day, as long as Vonage repeats a receipt.',
      required: false,
      setting: true,
    },
    {
      name: 'token',
      label: 'URL token',
      help: 'Last part of the callback URL. It is what proves a receipt while no signature secret is set.',
      required: false,
      generated: true,
    },
  ],
  proof: 'signature',
  setup:
    'In the Vonage dashboard open API settings, SMS settings, and paste the URL as "Delivery receipts (DLR) webhooks"; ' +
    'or give it as callback when you send. Any webhook format will do.',
  urlSuffix: '/{secret:token}',
  verify,
  parse,
  reply: { status: 200, body: '' },
  statuses: STATUS_ENTRIES,
  errors: ERRORS,
  explain,
}
