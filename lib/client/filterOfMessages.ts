import type { MessagesFilter } from './messagesHref'

/** A filter as query parameters and as part of a query key: the same text however its dates were given. */
export function filterOfMessages({ from, to, ...rest }: MessagesFilter): Record<string, string> {
  const all = { from: instant(from), to: instant(to), ...rest }
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => Boolean(entry[1])))
}

function instant(at: Date | string | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString()
}
