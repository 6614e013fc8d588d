import { SMPP_ERROR_ENTRIES } from '../smppErrors'
import type { Adapter } from '../types'
import { explain } from './errors'
import { parse } from './parse'
import { PLACEHOLDER } from './placeholder'
import { STATUS_ENTRIES } from './statuses'
import { verify } from './verify'

/** Kannel: delivery reports fetched from the `dlr-url` of each send. */
export const kannel: Adapter = {
  id: 'kannel',
  name: 'Kannel',
  methods: ['GET'],
  secrets: [
    {
      name: 'token',
      label: 'URL token',
      help:
        'Part of the dlr-url. Kannel signs nothing, so this secret is what proves a report: use HTTPS, and renew it. ' +
        'Reports of texts that were sent before a change still carry the old one: keep it for some days.',
      required: true,
      generated: true,
    },
  ],
  proof: 'token',
  setup:
    'Give the URL as dlr-url with every send, with dlr-mask=31, and put your own id of the text in place of ' +
    `${PLACEHOLDER}. Send to one number at a time: several would share the id, and be taken for one text. ` +
    'Set http-request-retry in the smsbox group: without it Kannel tries once only.',
  urlSuffix: `?token={secret:token}&ref=${PLACEHOLDER}&d=%d&A=%A&p=%p&P=%P&T=%T&F=%F&i=%i&I=%I`,
  verify,
  parse,
  // Kannel takes only 200 and 202 for an answer: it would repeat the report after a 204.
  reply: { status: 200, body: 'OK', contentType: 'text/plain' },
  statuses: STATUS_ENTRIES,
  errors: SMPP_ERROR_ENTRIES,
  explain,
}
