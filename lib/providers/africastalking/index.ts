import type { Adapter } from '../types'
import { ERRORS, explain } from './errors'
import { parse } from './parse'
import { STATUS_ENTRIES } from './statuses'
import { verify } from './verify'

/** Africa's Talking: SMS delivery reports of one application. */
export const africastalking: Adapter = {
  id: 'africastalking',
  name: "Africa's Talking",
  methods: ['POST'],
  secrets: [
    {
      name: 'token',
      label: 'URL token',
      help: "Last part of the callback URL. Africa's Talking signs nothing, so this is what proves a report.",
      required: true,
      generated: true,
    },
  ],
  proof: 'token',
  setup:
    "In the Africa's Talking dashboard open your application, SMS callback URLs, and paste the URL with its token as " +
    'delivery report callback. Each application has one.',
  urlSuffix: '/{secret:token}',
  verify,
  parse,
  reply: { status: 200, body: '' },
  statuses: STATUS_ENTRIES,
  errors: ERRORS,
  explain,
}
