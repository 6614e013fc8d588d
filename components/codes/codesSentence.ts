import type { SentencePart } from '@/components/ui/Sentence'
import type { CodeDictionary } from '@/lib/contracts/codes'
import { plural } from '@/lib/format/number'

/** How much Landed can explain, what is said here against it, and what nobody knows yet. */
export function codesSentence({ items, providers }: CodeDictionary, open: number): SentencePart[] {
  const said = new Set(items.flatMap(({ override }) => (override ? [override.id] : []))).size
  const known = `${plural(items.length, 'word and code', 'words and codes')} of ${plural(providers.length, 'provider')} explained`
  const here = said === 0 ? '' : `, ${plural(said, 'of them', 'of them')} as it was said here`
  const base: SentencePart[] = [{ text: `${known}${here}.` }]
  if (open === 0) return base
  return [
    ...base,
    { text: ' ' },
    { text: plural(open, 'new code'), tone: 'bad' },
    { text: open === 1 ? ' waits for somebody who knows it.' : ' wait for somebody who knows them.' },
  ]
}
