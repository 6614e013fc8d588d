import { type NumberingPlan, numberingPlans } from './numberingPlan'

/** A digit trie. `country` is the answer for numbers that go no deeper. */
interface Node {
  country: string
  next: (Node | undefined)[]
}

/** Deeper than any border between two countries of one calling code lies. */
const MAX_NATIONAL_DIGITS = 8
const DIGITS = '0123456789'
const trie = buildTrie()

/**
 * ISO 3166-1 alpha-2 of a number in E.164 ("+4477…"), "" for null, for text that is no E.164 number and for
 * international services (+800, +881 …). Well below 1 µs. A number need not be valid: ranges reserved for fiction
 * (+1 555 01xx, +44 7700 900xxx) and new ranges belong to the main country of their calling code.
 */
export function countryOf(e164: string | null): string {
  if (e164 === null || e164.charCodeAt(0) !== 43) return ''
  let node = trie
  for (let i = 1; i < e164.length; i++) {
    const next = node.next[e164.charCodeAt(i) - 48]
    if (!next) return node.country
    node = next
  }
  return node.country
}

function buildTrie(): Node {
  const root: Node = { country: '', next: [] }
  for (const [code, plans] of numberingPlans()) {
    const node = [...code].reduce(childOf, root)
    node.country = plans[0]?.country ?? ''
    if (plans.length > 1) divide(node, plans, '')
  }
  return root
}

function childOf(node: Node, digit: string): Node {
  return (node.next[Number(digit)] ??= { country: node.country, next: [] })
}

/** Splits the numbers that begin with `prefix` digit by digit until one country owns all of a branch. */
function divide(node: Node, plans: NumberingPlan[], prefix: string): void {
  const owners = plans.filter((plan) => plan.hasNumbersFrom(prefix))
  const [first] = owners
  if (!first) return
  node.country = first.country
  if (owners.length === 1 || prefix.length >= MAX_NATIONAL_DIGITS || ownsAll(first, prefix)) return
  for (const digit of DIGITS) {
    const child = childOf(node, digit)
    child.country = plans[0]?.country ?? ''
    divide(child, plans, prefix + digit)
  }
}

/** True when every number from `prefix` on is of this plan: tried with each pair of digits at each position. */
function ownsAll(plan: NumberingPlan, prefix: string): boolean {
  const rest = Math.max(plan.shortest - prefix.length, 0)
  for (const a of DIGITS)
    for (const b of DIGITS) if (!plan.hasNumbersFrom(prefix + (a + b).repeat(rest).slice(0, rest))) return false
  return true
}
