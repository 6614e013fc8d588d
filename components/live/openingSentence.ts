import type { SentencePart } from '@/components/ui/Sentence'
import type { Summary, SummaryGroup } from '@/lib/contracts/metrics'
import { formatCount, plural } from '@/lib/format/number'
import { formatPercent } from '@/lib/format/percent'
import { BECAUSE } from './because'
import type { RangeWords } from './rangeWords'

/** Fewer settled texts than this make no rate. */
const FEW = 100
/** A smaller share of failures than this is everyday business: said, but not in red. */
const CALM = 0.02
/** Fewer failures than this have no "mostly". */
const FEW_FAILURES = 10

/**
 * The one thing that a reader of the overview needs to know now, in words. Claims a rate only with enough settled
 * texts, a reason only where it leads clearly, an outlier only where its whole interval lies below the overall one.
 */
export function openingSentence(summary: Summary, range: RangeWords, scope = ''): SentencePart[] {
  const { delivered, failed, unconfirmed, pending } = summary.counts
  const settled = delivered + failed
  const all = settled + unconfirmed + pending
  if (all === 0) return [{ text: `No texts${scope} were sent${range.when.replace(/^ sent/, '')}.` }]
  if (settled === 0) return nothingSettled(summary, range, scope)
  const head = settled < FEW ? fewSettled(summary, range, scope) : rateOf(summary, range, scope)
  return [...head, ...stillOpen(summary, all)]
}

function nothingSettled({ counts }: Summary, range: RangeWords, scope: string): SentencePart[] {
  const { unconfirmed, pending } = counts
  if (pending === 0)
    return [
      {
        text: `Whether ${plural(unconfirmed, 'text')}${scope}${range.when} landed will stay unknown: nobody reports it.`,
      },
    ]
  return [
    {
      text: `${plural(pending + unconfirmed, 'text')}${scope}${range.when}, and no word yet on whether ${pending + unconfirmed === 1 ? 'it' : 'they'} landed.`,
    },
  ]
}

function fewSettled({ counts }: Summary, range: RangeWords, scope: string): SentencePart[] {
  const { delivered, failed } = counts
  const settled = delivered + failed
  const end = `${scope}${range.when} landed.`
  if (failed === 0)
    return settled === 1
      ? [{ text: 'The one', tone: 'good' }, { text: ` settled text${end}` }]
      : [{ text: `All ${settled}`, tone: 'good' }, { text: ` settled texts${end}` }]
  return [
    { text: `${delivered} of ${settled}`, tone: 'good' },
    { text: ` settled texts${end} ` },
    { text: `${failed} did not`, tone: 'bad' },
    { text: '.' },
  ]
}

function rateOf(summary: Summary, range: RangeWords, scope: string): SentencePart[] {
  const { delivered, failed } = summary.counts
  const settled = delivered + failed
  const when = range.whose === '' ? range.when : ''
  const texts = `${range.whose}settled texts${scope}${when} landed`
  if (failed === 0) return [{ text: `All ${formatCount(settled)}`, tone: 'good' }, { text: ` of ${texts}.` }]
  const calm = failed / settled < CALM
  return [
    { text: formatPercent(delivered / settled), tone: 'good' },
    { text: ` of ${texts}. ` },
    calm ? { text: `Only ${formatCount(failed)} did not` } : { text: `${formatCount(failed)} did not`, tone: 'bad' },
    ...(outlier(summary) ?? reason(summary)),
  ]
}

function outlier(summary: Summary): SentencePart[] | null {
  const worst = standOut(summary.carriers, summary) ?? standOut(summary.connections, summary)
  if (!worst?.rate) return null
  return [
    { text: `, and ${worst.label} stands out: only ` },
    { text: formatPercent(worst.rate.value), tone: 'bad' },
    { text: ' landed there.' },
  ]
}

function standOut(groups: readonly SummaryGroup[], { rate }: Summary): SummaryGroup | undefined {
  if (!rate || groups.length < 2) return undefined
  return groups
    .filter((group) => group.key !== 'none' && group.rate && group.rate.n >= FEW && group.rate.high < rate.low)
    .sort((a, b) => b.failed - a.failed)[0]
}

function reason({ failures, counts }: Summary): SentencePart[] {
  const [first, second] = failures
  const words = first && BECAUSE[first.failureClass]
  if (!first || !words || counts.failed < FEW_FAILURES) return [{ text: '.' }]
  if (first.messages / counts.failed >= 0.5) return [{ text: `, mostly because ${words}.` }]
  const leads = first.messages / counts.failed >= 0.25 && first.messages >= 1.2 * (second?.messages ?? 0)
  return [{ text: leads ? `, most often because ${words}.` : '.' }]
}

/** Half of the texts still open: the rate may yet change much, and that belongs beside it. */
function stillOpen({ counts, coverage }: Summary, all: number): SentencePart[] {
  if (coverage === null || coverage >= 0.5 || counts.pending < all / 4) return []
  return [
    {
      text: ` ${plural(counts.pending, 'more is', 'more are')} still on ${counts.pending === 1 ? 'its' : 'their'} way.`,
      tone: 'quiet',
    },
  ]
}
