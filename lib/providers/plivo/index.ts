import type { Adapter } from '../types'
import { ERRORS, explain } from './errors'
import { parse } from './parse'
import { STATUS_ENTRIES } from './statuses'
import { verify } from './verify'

/** Plivo: status callbacks of messages. */
export const plivo: Adapter = {
  id: 'plivo',
  name: 'Plivo',
  methods: ['POST', 'GET'],
  secrets: [
    {
      name: 'authToken',
      label: 'Auth token',
      help:
        'Plivo console, Overview: the auth token of the account or sub-account that sends. Leave it empty only when the ' +
        'auth token of the main account below is to prove the callbacks of all its sub-accounts.',
      required: false,
    },
    {
      name: 'mainAccountAuthToken',
      label: 'Auth token of the main account',
      help:
        'Plivo signs the callbacks of a sub-account with the token of the main account too. With it here both must ' +
        'fit. One of the two tokens is needed: without any, no callback is let in.',
      required: false,
    },
    {
      name: 'requireV3',
      label: 'Require signature version 3',
      help:
        'Version 2 signs the URL alone, version 3 the content too. Choose "yes" as soon as you see that your callbacks ' +
        'carry X-Plivo-Signature-V3.',
      required: false,
      options: ['no', 'yes'],
    },
  ],
  oneOf: ['authToken', 'mainAccountAuthToken'],
  proof: 'signature',
  setup:
    'In the Plivo console open Messaging, Applications, and paste the URL as message URL of the application; or give it ' +
    'as url when you send. Method POST or GET, both will do.',
  verify,
  parse,
  reply: { status: 200, body: '' },
  statuses: STATUS_ENTRIES,
  errors: ERRORS,
  explain,
}
