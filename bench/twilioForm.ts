/** One Twilio status callback. */
export interface TwilioCallback {
  sid: string
  to: string
  status: string
  errorCode?: string
}

const ACCOUNT = 'AC00000000000000000000000000d0c5a1'

/** Its form body, with the fields that a real one has. */
export function twilioForm({ sid, to, status, errorCode }: TwilioCallback): string {
  return (
    `ApiVersion=2010-04-01&MessageSid=${sid}&SmsSid=${sid}&SmsStatus=${status}&MessageStatus=${status}` +
    `&To=${encodeURIComponent(to)}&From=%2B13125550101&AccountSid=${ACCOUNT}` +
    (errorCode ? `&ErrorCode=${errorCode}` : '')
  )
}
