import { type Envelope, type EnvelopeType, textField } from './envelope'

const OF_CONFIRMATION = ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type']
const SIGNED: Readonly<Record<EnvelopeType, readonly string[]>> = {
  Notification: ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'],
  SubscriptionConfirmation: OF_CONFIRMATION,
  UnsubscribeConfirmation: OF_CONFIRMATION,
}

/**
 * The text that SNS signed: name and value of each signed field that is there, each followed by a line feed. `without`
 * leaves one out. Undefined when a signed field is no text: SNS sends none such.
 */
export function signedText(envelope: Envelope, without?: string): string | undefined {
  let text = ''
  for (const name of SIGNED[envelope.type]) {
    const sent = Object.hasOwn(envelope.fields, name) ? envelope.fields[name] : undefined
    if (sent === undefined || sent === null || name === without) continue
    const value = textField(envelope, name)
    if (value === undefined) return undefined
    text += `${name}\n${value}\n`
  }
  return text
}
