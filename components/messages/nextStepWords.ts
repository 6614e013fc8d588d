/** The next steps that adapters name, as an instruction to the person who reads the message. */
const WORDS: Record<string, string> = {
  wait: 'Wait: the network or the provider tries again by itself. Send again only if it stays like this.',
  'fix number': 'Correct or remove the number.',
  stop: 'Do not text this number again until the person asks for it.',
  'fix sender': 'Register or change the sender.',
  'fix content': 'Change the text: its links, words or template.',
  account: 'Mend the account in the provider’s console.',
  'ask provider': 'Ask the provider.',
  'not about this recipient': 'It says nothing about this number.',
  'slow down': 'Send more slowly, or wait for the next day.',
}

/** A full sentence for an adapter's next step; null when there is none. An unknown step is shown as it is. */
export function nextStepWords(step: string | null): string | null {
  if (!step) return null
  return WORDS[step.trim().toLowerCase()] ?? asSentence(step.trim())
}

function asSentence(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1)
  return /[.!?]$/.test(capital) ? capital : `${capital}.`
}
