import type { Adapter } from '../types'
import { ERRORS, explain } from './errors'
import { keptBody } from './keptBody'
import { parse } from './parse'
import { SECRETS } from './secrets'
import { STATUS_ENTRIES } from './statuses'
import { verify } from './verify'

/** Clickatell: Central (the old HTTP API), Platform REST and One API. */
export const clickatell: Adapter = {
  id: 'clickatell',
  name: 'Clickatell',
  methods: ['GET', 'POST'],
  secrets: SECRETS,
  proof: 'credentials',
  setup:
    'In the Clickatell portal open your SMS integration (Platform and One API), or your API id in Central, and paste the ' +
    'URL as callback for message status notifications. Any of its HTTP methods and formats but XML and SOAP will do.',
  urlSuffix: '/{secret:token}',
  verify,
  parse,
  keptBody,
  reply: { status: 200, body: 'OK' },
  challenge: { 'www-authenticate': 'Basic realm="Landed", charset="UTF-8"' },
  statuses: STATUS_ENTRIES,
  errors: ERRORS,
  explain,
}
