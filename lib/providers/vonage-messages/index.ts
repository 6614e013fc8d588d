import type { Adapter } from '../types'
import { ERRORS, explain } from './errors'
import { parse } from './parse'
import { STATUS_ENTRIES } from './statuses'
import { verify } from './verify'

/** Vonage Messages API: status webhooks. The SMS API is another product with other receipts and another signature. */
export const vonageMessages: Adapter = {
  id: 'vonage-messages',
  name: 'Vonage Messages API',
  methods: ['POST'],
  secrets: [
    {
      name: 'signatureSecret',
      label: 'Signature secret',
      help:
        'Vonage dashboard, API settings: "Signature secret" (not the API secret, and not the private key of the ' +
        'application). Leave it empty when your webhooks are not signed; the token in the URL then protects you.',
      required: false,
    },
    {
      name: 'apiKey',
      label: 'API key',
      help: 'Vonage dashboard, top of the page. When it is given, webhooks for any other account are refused.',
      required: false,
      setting: true,
    },
    {
      name: 'maxAgeSeconds',
      label: 'Oldest accepted signature, seconds',
      help: 'How old the token of a signed webhook may be. Empty: one day, as long as Vonage repeats a webhook.',
      required: false,
      setting: true,
    },
    {
      name: 'token',
      label: 'URL token',
      help: 'Last part of the callback URL. It is what proves a status while no signature secret is set.',
      required: false,
      generated: true,
    },
  ],
  proof: 'signature',
  setup:
    'In the Vonage dashboard open Applications, your application, Messages, and paste the URL as "Status URL"; or give ' +
    'it as webhook_url when you send.',
  urlSuffix: '/{secret:token}',
  verify,
  parse,
  reply: { status: 200, body: '' },
  statuses: STATUS_ENTRIES,
  errors: ERRORS,
  explain,
}
