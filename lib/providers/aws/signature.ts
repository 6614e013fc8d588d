import { type KeyObject, verify, X509Certificate } from 'node:crypto'
import { BoundedCache } from '../BoundedCache'
import { type Envelope, textField } from './envelope'
import { signedText } from './signedText'

/** SNS changes its certificate once a year per region. */
const keys = new BoundedCache<KeyObject>()
const DIGESTS: Readonly<Record<string, string>> = { '1': 'sha1', '2': 'sha256' }

/** The digest of a SignatureVersion; undefined for a version that SNS does not have. */
export function digestOf(version: string | undefined): string | undefined {
  return version !== undefined && Object.hasOwn(DIGESTS, version) ? DIGESTS[version] : undefined
}

/** The public key of a certificate, read once; undefined when the text is no RSA certificate. */
export function publicKeyOf(pem: string): KeyObject | undefined {
  try {
    const key = keys.get(pem, (text) => new X509Certificate(text).publicKey)
    return key.asymmetricKeyType === 'rsa' ? key : undefined
  } catch {
    return undefined
  }
}

/**
 * True when the signature fits what the envelope says. An UnsubscribeConfirmation gets a second chance without its
 * Token: Amazon's own library leaves it out, and what SNS really signs there is not known.
 */
export function fitsSignature(envelope: Envelope, digest: string, key: KeyObject): boolean {
  const signature = Buffer.from(textField(envelope, 'Signature') ?? '', 'base64')
  const fits = (text: string | undefined) =>
    text !== undefined && verify(digest, Buffer.from(text, 'utf8'), key, signature)
  if (fits(signedText(envelope))) return true
  return envelope.type === 'UnsubscribeConfirmation' && fits(signedText(envelope, 'Token'))
}
