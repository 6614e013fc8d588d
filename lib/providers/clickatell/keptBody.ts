const FIELD = '"apiKey"'
/** The field and its value in JSON (perhaps cut off), one character per byte. Each character can be taken in one way only. */
const API_KEY = /"apiKey"(\s*:\s*)"(?:[^"\\]|\\[\s\S])*(?:"|$)/g

/** Some versions repeat the API key of the account in every callback; with it, anybody could send in the customer's name. */
export function keptBody(rawBody: Buffer): Buffer {
  if (!rawBody.includes(FIELD)) return rawBody
  return Buffer.from(rawBody.toString('latin1').replace(API_KEY, '"apiKey"$1"(removed)"'), 'latin1')
}
