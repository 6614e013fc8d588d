import type { Filter } from '@/lib/contracts/filter'

/** A filter as part of a query key: the same for server and browser, whatever is left out or undefined. */
export function filterKey({ from, to, connection, carrier, country }: Filter): Record<string, string | null> {
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    connection: connection ?? null,
    carrier: carrier ?? null,
    country: country ?? null,
  }
}
