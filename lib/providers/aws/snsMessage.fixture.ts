import { createSign, generateKeyPairSync } from 'node:crypto'
import { testCertificate } from './testCertificate.fixture'

/** Names of the fields that SNS signs, in its order; written anew from its documentation. */
const NOTIFICATION = ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type']
const CONFIRMATION = ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type']

export const CERTIFICATE_URL = 'https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-test.pem'
export const TOPIC = 'arn:aws:sns:eu-west-1:111122223333:sms-events'
export const SENT_AT = Date.UTC(2025, 2, 4, 14, 16, 3, 120)

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
/** Made anew for each run. */
export const certificate = testCertificate(privateKey, publicKey)

export type SnsMessage = Record<string, unknown>

/** A notification around that text. */
export function notification(message: string, changes: SnsMessage = {}): SnsMessage {
  return {
    Type: 'Notification',
    MessageId: '22b80b92-0000-4000-8000-000000000001',
    TopicArn: TOPIC,
    Message: message,
    Timestamp: new Date(SENT_AT).toISOString(),
    SignatureVersion: '2',
    SigningCertURL: CERTIFICATE_URL,
    ...changes,
  }
}

/** A confirmation of either kind. */
export function confirmation(type: string, changes: SnsMessage = {}): SnsMessage {
  const token = '2336412f37fb687f'
  return notification('You have chosen …', {
    Type: type,
    Token: token,
    SubscribeURL: `https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=${TOPIC}&Token=${token}`,
    ...changes,
  })
}

/** Signs a message as SNS documents it. `without` leaves a field out of what is signed. */
export function signed(message: SnsMessage, without?: string): SnsMessage {
  const names = message.Type === 'Notification' ? NOTIFICATION : CONFIRMATION
  const text = names
    .filter((name) => message[name] !== undefined && message[name] !== null && name !== without)
    .map((name) => `${name}\n${String(message[name])}\n`)
    .join('')
  const algorithm = message.SignatureVersion === '1' ? 'RSA-SHA1' : 'RSA-SHA256'
  return { ...message, Signature: createSign(algorithm).update(text, 'utf8').sign(privateKey, 'base64') }
}
