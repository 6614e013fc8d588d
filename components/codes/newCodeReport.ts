import type { NewCode } from '@/lib/contracts/codes'

/** A new code as a text for the makers of Landed: nothing in it names a number, a message or a connection. Pure. */
export function newCodeReport(code: NewCode): string {
  return [
    `Provider: ${code.provider} (${code.adapter})`,
    `${code.kind === 'status' ? 'Status word' : 'Error code'} that Landed does not know: ${code.code}`,
    `Seen: ${code.seen} times, from ${code.firstSeenAt.slice(0, 10)} to ${code.lastSeenAt.slice(0, 10)}`,
    'What it means (if you know), and where the provider says so:',
    '',
  ].join('\n')
}
