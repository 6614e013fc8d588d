import type { Adapter } from '../types'
import { ERRORS, explain } from './errors'
import { parse } from './parse'
import { STATUS_ENTRIES } from './statuses'
import { verify } from './verify'

/** Routee: SMS delivery reports, one for each part of a text. */
export const routee: Adapter = {
  id: 'routee',
  name: 'Routee',
  methods: ['POST'],
  secrets: [
    {
      name: 'token',
      label: 'URL token',
      help:
        'Last part of the callback URL. Routee signs nothing, so this is what proves a report. Reports of texts that ' +
        'were sent before a change still carry the old one: keep it for some days.',
      required: true,
      generated: true,
    },
  ],
  proof: 'token',
  setup:
    'Give the URL with its token as callback.url with every send, with callback.strategy "OnChange" ("OnCompletion" tells ' +
    'the final status only).',
  urlSuffix: '/{secret:token}',
  verify,
  parse,
  reply: { status: 200, body: '' },
  statuses: STATUS_ENTRIES,
  errors: ERRORS,
  explain,
}
