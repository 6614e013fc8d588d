import type { SecretField } from '../types'

export const SECRETS: readonly SecretField[] = [
  {
    name: 'username',
    label: 'User name',
    help:
      'You choose it and type it beside the callback URL in Clickatell, where your product asks for one. Leave it empty ' +
      'to rely on the URL token.',
    required: false,
  },
  {
    name: 'password',
    label: 'Password',
    help: 'Goes beside the user name in Clickatell. Without a user name it is not used.',
    required: false,
    generated: true,
  },
  {
    name: 'token',
    label: 'URL token',
    help: 'Last part of the callback URL. Clickatell signs nothing: it is what proves a report while no user name is set.',
    required: false,
    generated: true,
  },
]
