import type { Adapter } from '../types'
import { ERRORS, explain } from './errors'
import { parse } from './parse'
import { STATUS_ENTRIES } from './statuses'
import { verify } from './verify'

/** Textmagic: delivery notifications of an account. */
export const textmagic: Adapter = {
  id: 'textmagic',
  name: 'Textmagic',
  // HEAD: Textmagic saves a URL only when that is answered with 200.
  methods: ['POST', 'HEAD'],
  secrets: [
    {
      name: 'token',
      label: 'URL token',
      help: 'The value of ?token= in the callback URL. Textmagic signs nothing, so this is what proves a notification.',
      required: true,
      generated: true,
    },
  ],
  proof: 'token',
  setup:
    'Paste the URL with its token as callback URL for delivery notifications in the API settings of Textmagic (outUrl in ' +
    'PUT /api/v2/callback/settings). Any of the three formats will do.',
  urlSuffix: '?token={secret:token}',
  verify,
  parse,
  reply: { status: 200, body: '' },
  statuses: STATUS_ENTRIES,
  errors: ERRORS,
  explain,
}
