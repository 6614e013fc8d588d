import { quoteShort } from '../cleanText'
import { parseJson } from '../parseJson'
import { splitList } from '../splitList'
import type { CallbackRequest, Need, RefusalCode, Secrets, Verdict, VerifyContext } from '../types'
import { UnreadableError } from '../UnreadableError'
import { type Envelope, envelopeOf, textField } from './envelope'
import { digestOf, fitsSignature, publicKeyOf } from './signature'
import { certificateUrl } from './snsUrl'
import { verifyUnsigned } from './verifyUnsigned'

const DAY_MS = 24 * 60 * 60_000
/** Retries last an hour, but a dead-letter queue keeps a message for up to 14 days before somebody sends it again. */
const DEFAULT_MAX_AGE_SECONDS = 15 * 24 * 60 * 60
/** SNS does not repeat what was answered 403: a clock of ours that is slow must not cost callbacks. */
const CLOCK_SKEW_MS = 60 * 60_000

/** The certificate that signed it, unless the request is refused whatever the certificate says. */
export function needs(request: CallbackRequest, secrets: Secrets): readonly Need[] {
  const envelope = readEnvelope(request)
  const claim = envelope && checkClaim(envelope, request, secrets)
  return claim?.ok ? [{ url: claim.certificate, maxAgeMs: DAY_MS }] : []
}

/**
 * An SNS envelope must be signed by Amazon, whatever else is right about it. Who may send one: the topics in
 * `topicArns`; without such a list, only who knows the token (or user name and password) of the URL, because anybody
 * with an AWS account can send a rightly signed message. What is no envelope (raw delivery, records of a forwarder) is
 * signed by nobody: it needs the token, or user name and password, even where topics are listed. With nothing
 * configured, nothing is let in.
 */
export function verify(request: CallbackRequest, secrets: Secrets, context: VerifyContext): Verdict {
  const envelope = readEnvelope(request)
  if (!envelope) return verifyUnsigned(request, secrets)
  const claim = checkClaim(envelope, request, secrets)
  if (!claim.ok) return claim
  const pem = context.fetched?.get(claim.certificate)
  const key = pem === undefined ? undefined : publicKeyOf(pem)
  if (!key)
    return refuse('unverifiable', 'The certificate of Amazon SNS that signed this message could not be fetched.')
  if (!fitsSignature(envelope, claim.digest, key)) return refuse('signature_wrong', CHANGED)
  return verifyAge(textField(envelope, 'Timestamp') ?? '', secrets.maxAgeSeconds, context.now)
}

const CHANGED = 'The signature does not fit: the message was changed on the way, or it is not from Amazon SNS.'

type Claim = { ok: true; certificate: string; digest: string } | Extract<Verdict, { ok: false }>

/** All that can be judged before the certificate is at hand: form, version, certificate's host, topic. */
function checkClaim(envelope: Envelope, request: CallbackRequest, secrets: Secrets): Claim {
  const text = (name: string) => textField(envelope, name)
  if (!text('Signature')) return refuse('signature_missing', 'The SNS message carries no signature.')
  const digest = digestOf(text('SignatureVersion'))
  if (!digest) return refuse('signature_wrong', 'The SignatureVersion of the SNS message is neither 1 nor 2.')
  // AWS Lambda hands the field over as SigningCertUrl.
  const certificate = certificateUrl(text('SigningCertURL') ?? text('SigningCertUrl'))
  if (!certificate) {
    return refuse(
      'signature_wrong',
      'The SigningCertURL is no certificate on a host of Amazon SNS. It was not fetched.',
    )
  }
  const source = checkSource(text('TopicArn') ?? '', request, secrets)
  return source.ok ? { ok: true, certificate, digest } : source
}

function checkSource(topic: string, request: CallbackRequest, secrets: Secrets): Verdict {
  const expected = splitList(secrets.topicArns)
  if (expected.length === 0) return verifyUnsigned(request, secrets)
  if (expected.includes(topic)) return { ok: true }
  return refuse('source_unexpected', `The message is from the topic ${quoteShort(topic)}, which is not listed here.`)
}

function verifyAge(timestamp: string, maxAgeSeconds: string | undefined, now: number): Verdict {
  const age = now - Date.parse(timestamp)
  if (age <= Number(maxAgeSeconds || DEFAULT_MAX_AGE_SECONDS) * 1000 && age >= -CLOCK_SKEW_MS) return { ok: true }
  return refuse('timestamp_stale', 'The signature is right, but its Timestamp is too old or lies in the future.')
}

function readEnvelope(request: CallbackRequest): Envelope | undefined {
  try {
    return envelopeOf(parseJson(request))
  } catch (error) {
    if (error instanceof UnreadableError) return undefined
    throw error
  }
}

function refuse(code: RefusalCode, reason: string): Extract<Verdict, { ok: false }> {
  return { ok: false, code, reason }
}
