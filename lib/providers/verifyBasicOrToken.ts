import type { CallbackRequest, SecretField, Secrets, Verdict } from './types'
import { verifyBasic } from './verifyCredentials'
import { verifyToken } from './verifyToken'

/**
 * For providers that sign nothing and are given the URL with every send: user name and password in that URL, or a token.
 * With a user name the password is required; without one, the token is.
 */
export function verifyBasicOrToken(request: CallbackRequest, secrets: Secrets): Verdict {
  if (secrets.username) return verifyBasic(request, secrets.username, secrets.password ?? '')
  return verifyToken(request, secrets.token ?? '')
}

export const BASIC_OR_TOKEN_FIELDS: readonly SecretField[] = [
  {
    name: 'username',
    label: 'User name',
    help: 'You choose it and put it into the URL: https://user:password@host/… Leave it empty to rely on the URL token.',
    required: false,
  },
  {
    name: 'password',
    label: 'Password',
    help: 'Goes into the URL with the user name. Without a user name it is not used.',
    required: false,
    generated: true,
  },
  {
    name: 'token',
    label: 'URL token',
    help:
      'Last part of the callback URL. It is what proves a receipt while no user name is set. Receipts of texts that ' +
      'were sent before a change still carry the old one: keep it for some days.',
    required: false,
    generated: true,
  },
]
