/** How much of what nobody has proved authentic is kept per UTC day. Beyond it refusals are counted, not kept. */
export interface RefusalLimits {
  entriesPerDay: number
  bytesPerDay: number
  /** Per connection (or "no connection") and code: one wrong secret must not use up the room of all others. */
  entriesPerCode: number
  /** Kept of one body: whole callbacks for known connections, the beginning of the rest. */
  bodyBytesKnown: number
  bodyBytesUnknown: number
}

export const REFUSAL_LIMITS: RefusalLimits = {
  entriesPerDay: 5_000,
  bytesPerDay: 32 * 1024 * 1024,
  entriesPerCode: 1_000,
  bodyBytesKnown: 128 * 1024,
  bodyBytesUnknown: 4 * 1024,
}

export interface RefusalUse {
  entries: number
  bytes: number
  byCode: Map<string, number>
}

/** Books one entry of `bytes` if the day has room for it; false when it must only be counted. */
export function bookRefusal(use: RefusalUse, limits: RefusalLimits, codeKey: string, bytes: number): boolean {
  const ofCode = use.byCode.get(codeKey) ?? 0
  if (use.entries >= limits.entriesPerDay || ofCode >= limits.entriesPerCode) return false
  if (use.bytes + bytes > limits.bytesPerDay) return false
  use.entries += 1
  use.bytes += bytes
  use.byCode.set(codeKey, ofCode + 1)
  return true
}
