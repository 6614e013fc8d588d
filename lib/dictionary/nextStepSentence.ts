/** The next steps that adapters name, as an instruction. */
const WORDS: Readonly<Record<string, string>> = {
  wait: 'Wait: the network or the provider tries again by itself. Send again only if it stays like this.',
  'send again': 'Send again.',
  'fix number': 'Correct or remove the number.',
  stop: 'Do not text this number again until the person asks for it.',
  'fix sender': 'Register or change the sender.',
  'fix content': 'Change the text: its links, words or template.',
  'fix our request': 'Mend the request that we make.',
  account: 'Mend the account in the provider’s console.',
  pay: 'Top up the account.',
  'pay / account': 'Top up, or mend the account in the provider’s console.',
  'ask provider': 'Ask the provider, with the id of the message.',
  'not about this recipient': 'It says nothing about this number.',
  'slow down': 'Send more slowly, or wait for the next day.',
  nothing: 'Nothing needs to be done.',
}

/** A full sentence for an adapter's next step; null when there is none. An unknown step is shown as it is. */
export function nextStepSentence(step: string | null): string | null {
  const words = step?.trim() ?? ''
  if (words === '') return null
  const key = words.toLowerCase()
  return Object.hasOwn(WORDS, key) ? (WORDS[key] ?? null) : asSentence(words)
}

function asSentence(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1)
  return /[.!?]$/.test(capital) ? capital : `${capital}.`
}
