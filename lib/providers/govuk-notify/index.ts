import type { Adapter } from '../types'
import { ERRORS, explain } from './errors'
import { parse } from './parse'
import { STATUS_ENTRIES } from './statuses'
import { verify } from './verify'

/** GOV.UK Notify: delivery status callbacks of a service. */
export const govukNotify: Adapter = {
  id: 'govuk-notify',
  name: 'GOV.UK Notify',
  methods: ['POST'],
  secrets: [
    {
      name: 'token',
      label: 'Bearer token',
      help:
        'Type it into Notify beside the callback URL; you choose it, at least 10 characters. Notify does not repeat a ' +
        'receipt that was refused: after a change keep the old token for half an hour.',
      required: true,
      generated: true,
    },
  ],
  proof: 'credentials',
  setup:
    'In GOV.UK Notify open API integration, Callbacks, "Delivery receipts": paste the URL (https) and the bearer token.',
  verify,
  parse,
  reply: { status: 200, body: '' },
  statuses: STATUS_ENTRIES,
  errors: ERRORS,
  explain,
}
