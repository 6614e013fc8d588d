import type { CodeEntry } from '@/lib/contracts/codes'

/** An entry of the dictionary for tests: an error code of Twilio whose reason nobody knows. */
export function exampleEntry(over: Partial<CodeEntry> = {}): CodeEntry {
  return {
    adapter: 'twilio',
    connection: null,
    kind: 'error',
    code: '30001',
    status: null,
    failureClass: 'unknown',
    permanent: null,
    name: null,
    plain: null,
    note: null,
    nextStep: null,
    steps: null,
    override: null,
    ...over,
  }
}
