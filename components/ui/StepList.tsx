import type { CodeDictionary } from '@/lib/contracts/codes'

type Steps = CodeDictionary['steps'][string]

const READERS = [
  ['support', 'Support'],
  ['marketing', 'Marketing'],
  ['engineering', 'Engineering'],
] as const

/** What to do next, for each of the three kinds of people who ask. */
export function StepList({ steps }: { steps: Steps }) {
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 max-md:grid-cols-1 max-md:gap-y-0.5">
      {READERS.map(([reader, label]) => (
        <div key={reader} className="contents">
          <dt className="text-ink-3 max-md:mt-1.5">{label}</dt>
          <dd className="max-w-[70ch]">{steps[reader]}</dd>
        </div>
      ))}
    </dl>
  )
}
