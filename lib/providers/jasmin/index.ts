import type { Adapter } from '../types'
import { ERRORS, explain } from './errors'
import { parse } from './parse'
import { STATUS_ENTRIES } from './statuses'
import { verify } from './verify'

/** Jasmin SMS Gateway: delivery reports thrown at the `dlr-url` of each send. */
export const jasmin: Adapter = {
  id: 'jasmin',
  name: 'Jasmin',
  methods: ['GET', 'POST'],
  secrets: [
    {
      name: 'token',
      label: 'URL token',
      help:
        'Last part of the dlr-url. Jasmin signs nothing, so this secret is what proves a report: use HTTPS, and renew ' +
        'it. Reports of texts that were sent before a change still carry the old one: keep it for a day.',
      required: true,
      generated: true,
    },
  ],
  proof: 'token',
  setup:
    'Give the URL as dlr-url with every send, with dlr=yes, dlr-level=3 and dlr-method=POST. ' +
    'Register each text with the id that the send call returned: the reports name neither recipient nor sender.',
  // In the path: older versions of Jasmin append "?id=…" even to a URL that has a query.
  urlSuffix: '/{secret:token}',
  verify,
  parse,
  // Any other body counts as a failure, even with 200, and brings the report again.
  reply: { status: 200, body: 'ACK/Jasmin', contentType: 'text/plain' },
  statuses: STATUS_ENTRIES,
  errors: ERRORS,
  explain,
}
