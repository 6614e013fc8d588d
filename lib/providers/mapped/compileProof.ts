import { mappingSecrets } from '@/lib/contracts/mappingSecrets'
import type { MappingProof } from '@/lib/contracts/mappingProof'
import { constantTimeEquals } from '../constantTimeEquals'
import type { Adapter, CallbackRequest, Proof, SecretField, Verdict } from '../types'
import { verifyBasic, verifyBearer } from '../verifyCredentials'
import { verifyStandardWebhook } from '../verifyStandardWebhook'
import { verifyToken } from '../verifyToken'
import { headerOf } from './headerOf'
import { compileHmac } from './compileHmac'

/** What an adapter is by its proof alone. */
export type ProofParts = Pick<Adapter, 'secrets' | 'proof' | 'verify' | 'urlSuffix' | 'challenge'>

/** The parts of an adapter that check who sent a callback. */
export function compileProof(proof: MappingProof): ProofParts {
  return {
    secrets: mappingSecrets(proof).map(({ ...field }): SecretField => field),
    proof: strengthOf(proof),
    verify: compileVerify(proof),
    ...suffixOf(proof),
    ...(proof.kind === 'basic' ? { challenge: { 'www-authenticate': 'Basic realm="Landed", charset="UTF-8"' } } : {}),
  }
}

function strengthOf({ kind }: MappingProof): Proof {
  if (kind === 'hmac' || kind === 'standard_webhooks') return 'signature'
  return kind === 'path_token' || kind === 'query_token' ? 'token' : 'credentials'
}

function suffixOf(proof: MappingProof): Pick<Adapter, 'urlSuffix'> {
  if (proof.kind === 'path_token') return { urlSuffix: '/{secret:token}' }
  if (proof.kind !== 'query_token') return {}
  return { urlSuffix: `?${encodeURIComponent(proof.parameter)}={secret:token}` }
}

function compileVerify(proof: MappingProof): Adapter['verify'] {
  switch (proof.kind) {
    case 'path_token':
      return (request, secrets) => verifyToken(request, secrets.token ?? '')
    case 'query_token':
      return (request, secrets) => verifyToken(request, secrets.token ?? '', proof.parameter)
    case 'basic':
      return (request, secrets) => verifyBasic(request, secrets.username ?? '', secrets.password ?? '')
    case 'bearer':
      return (request, secrets) => verifyBearer(request, secrets.token ?? '')
    case 'header_token':
      return (request, secrets) => verifyHeader(request, proof.header, secrets.token ?? '')
    case 'hmac':
      return compileHmac(proof)
    case 'standard_webhooks':
      return (request, secrets, context) => verifyStandardWebhook(request, secrets.signingSecret, context)
  }
}

function verifyHeader(request: CallbackRequest, header: string, token: string): Verdict {
  const given = headerOf(request, header)
  if (!given)
    return { ok: false, code: 'credentials_missing', reason: `The request came without the header ${header}.` }
  if (constantTimeEquals(given, token)) return { ok: true }
  return { ok: false, code: 'credentials_wrong', reason: `The token in ${header} is not the one of this connection.` }
}
