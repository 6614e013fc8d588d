import { africastalking } from './africastalking'
import { aws } from './aws'
import { azure } from './azure'
import { bandwidth } from './bandwidth'
import { bird } from './bird'
import { birdChannels } from './bird-channels'
import { bulksms } from './bulksms'
import { clickatell } from './clickatell'
import { firetext } from './firetext'
import { govukNotify } from './govuk-notify'
import { infobip } from './infobip'
import { jasmin } from './jasmin'
import { kannel } from './kannel'
import { landed } from './landed'
import { messagebird } from './messagebird'
import { mmg } from './mmg'
import { plivo } from './plivo'
import { routee } from './routee'
import { sinch } from './sinch'
import { smpp } from './smpp'
import { telnyx } from './telnyx'
import { textmagic } from './textmagic'
import { twilio } from './twilio'
import type { Adapter } from './types'
import { vonageMessages } from './vonage-messages'
import { vonageSms } from './vonage-sms'

/** Every provider that Landed can receive from, by adapter id. The only list. */
export const ADAPTERS: Readonly<Record<string, Adapter>> = {
  twilio,
  'vonage-sms': vonageSms,
  'vonage-messages': vonageMessages,
  telnyx,
  plivo,
  bandwidth,
  kannel,
  jasmin,
  smpp,
  bulksms,
  'govuk-notify': govukNotify,
  mmg,
  firetext,
  africastalking,
  routee,
  textmagic,
  aws,
  azure,
  infobip,
  sinch,
  messagebird,
  'bird-channels': birdChannels,
  bird,
  clickatell,
  landed,
}

/** The adapter of that id, or undefined. Safe for any text out of a URL. */
export function findAdapter(id: string): Adapter | undefined {
  return Object.hasOwn(ADAPTERS, id) ? ADAPTERS[id] : undefined
}
