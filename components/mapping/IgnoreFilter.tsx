'use client'

import { useId, useState } from 'react'
import { Input } from '@/components/ui/Input'
import { Segments } from '@/components/ui/Segments'
import { splitCommas } from './ListField'
import { useMapping } from './MappingContext'
import { SourceInput } from './SourceInput'

type Ignore = NonNullable<ReturnType<typeof useMapping>['draft']['ignore']>

/** Which callbacks ask for nothing: inbound texts, other events. */
export function IgnoreFilter() {
  const { draft, change, problemWithin, setTarget, target } = useMapping()
  const { ignore } = draft
  const id = useId()
  const [values, setValues] = useState(ignore?.values.join(', ') ?? '')
  const problem = problemWithin('ignore')
  const set = (next: Ignore | null) => change((before) => ({ ...before, ignore: next }))
  const setSource = (source: Ignore['source'] | undefined) => {
    if (!source) return set(null)
    set({ when: 'in', values: listOf(values), ...ignore, source })
  }
  return (
    <details className="rounded-sm border border-line px-2.5 py-2" open={ignore !== null || target === 'ignore'}>
      <summary className="font-medium">Ignore inbound texts and other events</summary>
      <div className="mt-2.5 grid gap-2.5">
        <p className="text-sm text-ink-3">They are answered and kept in the log, and change no message.</p>
        <SourceInput
          name="the value that tells"
          source={ignore?.source}
          items={draft.items}
          invalid={problem !== undefined}
          describedBy={problem && `${id}-problem`}
          onFocus={() => setTarget('ignore')}
          onSource={setSource}
        />
        {ignore && (
          <div className="flex flex-wrap items-center gap-2">
            <Segments
              label="When it is ignored"
              value={ignore.when}
              onChange={(when) => set({ ...ignore, when })}
              options={[
                { value: 'in', label: 'is one of' },
                { value: 'not_in', label: 'is none of' },
              ]}
            />
            <Input
              aria-label="Values, separated by commas"
              className="w-0 min-w-40 flex-1 font-mono text-[13px]"
              value={values}
              onChange={({ target: input }) => {
                setValues(input.value)
                set({ ...ignore, values: listOf(input.value) })
              }}
            />
          </div>
        )}
        {problem && (
          <p id={`${id}-problem`} className="text-sm text-failed">
            {problem}
          </p>
        )}
      </div>
    </details>
  )
}

/** Never empty: a filter without a value is one for the empty text. */
function listOf(text: string): string[] {
  const values = splitCommas(text.slice(0, 2000)).map((each) => each.slice(0, 100))
  return values.length === 0 ? [''] : values.slice(0, 20)
}
