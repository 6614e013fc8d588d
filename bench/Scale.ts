/** How much a run does. The full one is what docs/performance.md shows; the quick one is for trying things out. */
export interface Scale {
  name: string
  sustainedSeconds: number
  shortSeconds: number
  commitReceipts: number
  smallMessages: number
  bigMessages: number
}

export const FULL: Scale = {
  name: 'full',
  sustainedSeconds: 60,
  shortSeconds: 15,
  commitReceipts: 100_000,
  smallMessages: 100_000,
  bigMessages: 10_000_000,
}

export const QUICK: Scale = {
  name: 'quick',
  sustainedSeconds: 15,
  shortSeconds: 4,
  commitReceipts: 100_000,
  smallMessages: 100_000,
  bigMessages: 300_000,
}
