import { cleanLabel } from '../cleanText'
import { toE164, toSender } from '../e164'
import { isJsonObject, jsonText } from '../parseJson'

type JsonObject = Record<string, unknown>

/** Ids of Facebook are digits like numbers, and some are as long. */
const WITHOUT_NUMBERS = 'messenger'

/** The recipient in E.164; null where the channel has no numbers. Here `to` is the recipient, unlike in the SMS API. */
export function readRecipient(report: JsonObject): string | null {
  if (channelOf(report) === WITHOUT_NUMBERS) return null
  return toE164(addressOf(report, 'to') ?? '')
}

/** The sender: a number, a name, or the id of a page or agent. */
export function readSender(report: JsonObject): string | null {
  const { from } = report
  const sent = cleanLabel(addressOf(report, 'from') ?? (isJsonObject(from) ? jsonText(from, 'id') : undefined) ?? '')
  return channelOf(report) === WITHOUT_NUMBERS ? sent.trim() || null : toSender(sent)
}

function channelOf({ channel, to }: JsonObject): unknown {
  return channel ?? (isJsonObject(to) ? to.type : undefined)
}

/** Version 1 sends a text, version 0.1 an object with `number` (or `id`, for chat). */
function addressOf(report: JsonObject, field: 'to' | 'from'): string | undefined {
  const value = report[field]
  return isJsonObject(value) ? jsonText(value, 'number') : jsonText(report, field)
}
