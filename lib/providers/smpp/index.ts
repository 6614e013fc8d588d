import type { Adapter } from '../types'
import { ERRORS, explain } from './errors'
import { parse } from './parse'
import { STATUS_ENTRIES } from './statuses'
import { verify } from './verify'

/** SMPP receipts that somebody's own SMPP client passes on over HTTP: docs/smpp-format.md. */
export const smpp: Adapter = {
  id: 'smpp',
  name: 'SMPP receipts over HTTP',
  methods: ['POST', 'GET'],
  secrets: [
    {
      name: 'signingSecret',
      label: 'Signing secret',
      help:
        'For a client that signs as Standard Webhooks says ("whsec_" and Base64). Once it is set, every request must ' +
        'be signed. Leave it empty for a client that cannot sign; the token in the URL then protects you.',
      required: false,
    },
    {
      name: 'token',
      label: 'URL token',
      help: 'Last part of the callback URL. It is what proves a receipt while no signing secret is set.',
      required: false,
      generated: true,
    },
  ],
  proof: 'signature',
  setup:
    'Let your SMPP client send the text and the TLVs of every delivery receipt to this URL, as JSON, form or query. ' +
    'Ids are unique within one SMSC only: add a connection for each SMSC. ' +
    'The format is described in docs/smpp-format.md.',
  urlSuffix: '/{secret:token}',
  verify,
  parse,
  reply: { status: 204, body: '' },
  statuses: STATUS_ENTRIES,
  errors: ERRORS,
  explain,
}
