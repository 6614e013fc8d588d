import type { SecretField } from '../types'
import { ALGORITHMS } from './signature'
import { SIGNATURE_HEADER } from './verify'

/** One of them is enough; a notification profile of Infobip has one security setting. */
export const SECRETS: readonly SecretField[] = [
  {
    name: 'username',
    label: 'User name',
    help:
      'For security settings of type BASIC: you choose it and type it into the notification profile in Infobip. ' +
      'Leave it empty to rely on another proof.',
    required: false,
  },
  {
    name: 'password',
    label: 'Password',
    help: 'Goes into the notification profile with the user name. Without a user name it is not used.',
    required: false,
    generated: true,
  },
  {
    name: 'signingSecret',
    label: 'HMAC secret key',
    help: 'For security settings of type HMAC: the secret key of the notification profile. Once set, it is required.',
    required: false,
  },
  {
    name: 'signatureAlgorithm',
    label: 'HMAC algorithm',
    help: 'As chosen beside the secret key in the notification profile.',
    required: false,
    options: ALGORITHMS,
  },
  {
    name: 'signatureHeader',
    label: 'HMAC header',
    help: `The header that carries the HMAC. Infobip does not publish its name; empty stands for ${SIGNATURE_HEADER}.`,
    required: false,
    setting: true,
  },
  {
    name: 'bearerToken',
    label: 'Bearer token',
    help: 'For security settings of type OAUTH: the token that your token URL gives to Infobip.',
    required: false,
  },
  {
    name: 'headerName',
    label: 'Fixed header, name',
    help: 'For security settings of type CUSTOM, or a fixed header of the notification profile: its name.',
    required: false,
    setting: true,
  },
  {
    name: 'headerValue',
    label: 'Fixed header, value',
    help: 'The secret value of that header.',
    required: false,
  },
  {
    name: 'token',
    label: 'URL token',
    help: 'Last part of the callback URL. It is what proves a report while nothing else is set.',
    required: false,
    generated: true,
  },
]
