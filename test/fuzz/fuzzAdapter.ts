import type { Adapter, CallbackRequest } from '@/lib/providers/types'
import { type Case, loadCases, onlyLost, saying, saysNothing } from './loadCases'
import { Mutator } from './Mutator'
import { type Outcome, outcomeOf, unsound } from './unsound'
import { seedOf, Xorshift } from './Xorshift'

/** What no request of up to 64 kB may take, ms; on a quiet machine none takes half of it. */
export const SLOWEST_MS = 100
const MOST_PROBLEMS = 5
/** One case in so many is read once more, and must read the same. */
const AGAIN_EVERY = 16

export interface FuzzResult {
  counts: Record<Outcome['kind'], number>
  /** One text per request that was handled wrongly, with the request itself. */
  problems: string[]
}

/** Plays `runs` damaged copies of the adapter's fixtures. The same every time. */
export async function fuzzAdapter(adapter: Adapter, runs: number): Promise<FuzzResult> {
  const cases = await loadCases(adapter.id)
  const authentic = new Set(cases.flatMap(({ says }) => says ?? []))
  const random = new Xorshift(seedOf(adapter.id))
  const requests = cases.map(({ request }) => request)
  const mutator = new Mutator(requests, adapter.methods, random)
  const result: FuzzResult = { counts: { refused: 0, malformed: 0, ignored: 0, accepted: 0 }, problems: [] }
  for (let run = 0; run < runs && result.problems.length < MOST_PROBLEMS; run++) {
    const index = random.below(cases.length)
    const request = mutator.mutate(index)
    const problem = play(adapter, cases[index]!, request, result, authentic, run % AGAIN_EVERY === 0)
    if (problem !== undefined) result.problems.push(describe(problem, run, cases[index]!, request))
  }
  return result
}

function play(
  adapter: Adapter,
  it: Case,
  request: CallbackRequest,
  { counts }: FuzzResult,
  authentic: ReadonlySet<string>,
  again: boolean,
): string | undefined {
  const started = performance.now()
  let outcome: Outcome
  try {
    outcome = outcomeOf(adapter, request, it.secrets, it.context)
    for (const { url } of adapter.needs?.(request, it.secrets) ?? [])
      if (!url.startsWith('https://')) return `needs ${url}`
  } catch (error) {
    return `threw ${(error as Error).stack ?? String(error)}`
  }
  if (performance.now() - started > SLOWEST_MS && isSlow(adapter, it, request)) return `took more than ${SLOWEST_MS} ms`
  counts[outcome.kind] += 1
  return (
    unsound(outcome) ?? tampered(it, outcome, authentic) ?? (again ? fickle(adapter, it, request, outcome) : undefined)
  )
}

/**
 * Signed, changed, and still let in: then it must say what it said. Or what another of the signed ones says, when so much
 * of that one was put in that it has become it.
 */
function tampered(
  { says, mayLose }: Case,
  { verdict, parsed }: Outcome,
  authentic: ReadonlySet<string>,
): string | undefined {
  if (says === null || !verdict.ok || saysNothing(parsed)) return undefined
  const now = saying(parsed)
  return authentic.has(now) || (mayLose && onlyLost(says, now))
    ? undefined
    : `a changed request was let in and says ${now}, was ${says}`
}

function fickle(adapter: Adapter, it: Case, request: CallbackRequest, first: Outcome): string | undefined {
  const second = outcomeOf(adapter, { ...request }, it.secrets, it.context)
  return JSON.stringify(second) === JSON.stringify(first) ? undefined : 'read twice, it says two things'
}

/** Once may be the garbage collector or a busy machine; five times is not. */
function isSlow(adapter: Adapter, it: Case, request: CallbackRequest): boolean {
  for (let i = 0; i < 5; i++) {
    const started = performance.now()
    outcomeOf(adapter, { ...request }, it.secrets, it.context)
    if (performance.now() - started <= SLOWEST_MS) return false
  }
  return true
}

function describe(problem: string, run: number, it: Case, { method, url, headers, rawBody }: CallbackRequest): string {
  const body = rawBody.toString('latin1')
  const shown = JSON.stringify({ method, url: url.slice(0, 1500), headers, body: body.slice(0, 3000) })
  return `run ${run} of "${it.name}" (body of ${body.length} bytes): ${problem}\n${shown}`
}
