import type { Adapter } from '../types'
import { BASIC_OR_TOKEN_FIELDS, verifyBasicOrToken } from '../verifyBasicOrToken'
import { ERRORS, explain } from './errors'
import { parse } from './parse'
import { STATUS_ENTRIES } from './statuses'

/** Firetext, a UK supplier: receipts to the `receipt` URL of each send. */
export const firetext: Adapter = {
  id: 'firetext',
  name: 'Firetext',
  methods: ['POST'],
  secrets: BASIC_OR_TOKEN_FIELDS,
  proof: 'credentials',
  setup:
    'Give the URL as receipt with every send, with user name and password in it (https://user:password@host/…), and ' +
    'your own id of the text as reference: it is the only thing that joins a receipt to a text.',
  urlSuffix: '/{secret:token}',
  verify: verifyBasicOrToken,
  parse,
  reply: { status: 200, body: '{"result":"success"}', contentType: 'application/json' },
  challenge: { 'www-authenticate': 'Basic realm="Landed", charset="UTF-8"' },
  statuses: STATUS_ENTRIES,
  errors: ERRORS,
  explain,
}
