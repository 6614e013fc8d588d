import { constantTimeEquals } from '../constantTimeEquals'
import type { CallbackRequest, RefusalCode, Secrets, Verdict } from '../types'
import { sign, signedTextV2, signedTextV3 } from './signature'

type Version = 'v2' | 'v3'

/** What one header proves: nothing to check (absent, or no token for it), right, or wrong. */
type Finding = 'none' | 'right' | 'wrong'

/** A header can hold several signatures. Plivo sends one or two. */
const MOST_SIGNATURES = 8

/**
 * With these in it, a nonce could take up the end of the signed text before it: the same signature would then fit a
 * shorter URL or a form with fewer fields. Plivo's nonces are digits.
 */
const NONCE = /^[^./?&]{1,200}$/

/**
 * `X-Plivo-Signature-V2` and `-V3` with the token of the account that sends, `-Ma-V2` and `-Ma-V3` with that of the
 * main account. All that can be checked must fit, and one at least must be there. Version 2 vouches for the URL alone:
 * who has seen one such request can send any status to that URL, unless the connection requires version 3. Neither
 * version signs a time.
 */
export function verify(request: CallbackRequest, secrets: Secrets): Verdict {
  if (!carriesSignature(request, 'v3') && secrets.requireV3 === 'yes') {
    return refuse('signature_missing', 'There is no signature of version 3, and this connection requires it.')
  }
  if (!carriesSignature(request, 'v2') && !carriesSignature(request, 'v3')) {
    return refuse('signature_missing', 'Neither X-Plivo-Signature-V3 nor X-Plivo-Signature-V2 came with its nonce.')
  }
  const v3 = checkVersion(request, 'v3', secrets)
  const v2 = checkVersion(request, 'v2', secrets)
  if (v3 === 'wrong' || v2 === 'wrong') return refuse('signature_wrong', WRONG)
  if (v3 === 'right' || (v2 === 'right' && secrets.requireV3 !== 'yes')) return { ok: true }
  return refuse('signature_wrong', NO_TOKEN)
}

const WRONG =
  'The signature does not fit. Check that the auth token is that of the account or sub-account that sends, and that the ' +
  'public URL is the one that Plivo calls.'
const NO_TOKEN =
  'It is signed with a token that this connection does not have: give the auth token of the account that sends, or that ' +
  'of the main account for sub-accounts.'

function carriesSignature({ headers }: CallbackRequest, version: Version): boolean {
  const signature = headers[`x-plivo-signature-${version}`] || headers[`x-plivo-signature-ma-${version}`]
  return Boolean(signature && headers[`x-plivo-signature-${version}-nonce`])
}

function checkVersion(request: CallbackRequest, version: Version, secrets: Secrets): Finding {
  const { headers } = request
  const nonce = headers[`x-plivo-signature-${version}-nonce`]
  if (!nonce || !carriesSignature(request, version)) return 'none'
  if (!NONCE.test(nonce)) return 'wrong'
  const text = version === 'v2' ? signedTextV2(request, nonce) : signedTextV3(request, nonce)
  const { authToken = '', mainAccountAuthToken = '' } = secrets
  const main = checkHeader(headers[`x-plivo-signature-ma-${version}`], text, mainAccountAuthToken)
  const own = checkOwn(headers[`x-plivo-signature-${version}`], text, authToken, mainAccountAuthToken)
  if (main === 'wrong' || own === 'wrong') return 'wrong'
  return main === 'right' || own === 'right' ? 'right' : 'none'
}

/** Without a token of its own the sender may be the main account; a sub-account signs with one that we do not have. */
function checkOwn(header: string | undefined, text: string, own: string, main: string): Finding {
  if (own !== '') return checkHeader(header, text, own)
  return checkHeader(header, text, main) === 'right' ? 'right' : 'none'
}

function checkHeader(header: string | undefined, text: string, token: string): Finding {
  if (!header || token === '') return 'none'
  const expected = sign(text, token)
  const given = header.split(',', MOST_SIGNATURES).map((signature) => signature.trim())
  return given.some((signature) => constantTimeEquals(signature, expected)) ? 'right' : 'wrong'
}

function refuse(code: RefusalCode, reason: string): Verdict {
  return { ok: false, code, reason }
}
