'use client'

import { Select } from '@/components/ui/Select'
import type { MappingDraft } from '@/lib/contracts/mapping'
import type { PreviewedCallback } from '@/lib/contracts/mappingApi'
import { FIELD_NAMES, MAPPING_FIELDS, type MappingSource } from '@/lib/contracts/mappingSource'
import { JsonTree } from './JsonTree'
import { type Target, useMapping } from './MappingContext'
import { NameTable } from './NameTable'
import { readExactJson } from './readExactJson'
import { assignAt } from './sourceAt'
import { withField } from './withField'

const TARGETS = [
  ...MAPPING_FIELDS.map((value) => ({ value, label: FIELD_NAMES[value] })),
  { value: 'ignore', label: 'what to ignore' },
]
/** What is looked for next when a field has found its place. */
const ORDER: readonly Target[] = ['messageId', 'status', 'recipient', 'time', 'errorCode', 'clientReference', 'sender']

/** One callback as a tree or tables; a click on a value says where the chosen field is. */
export function SampleView({ callback }: { callback: PreviewedCallback }) {
  const { target, setTarget, change } = useMapping()
  const body = readExactJson(callback.body)
  const query = [...new URLSearchParams(queryOf(callback.target))]
  const form = body === undefined ? [...new URLSearchParams(callback.body)] : []
  const assign = (draft: MappingDraft, source: MappingSource): MappingDraft =>
    target === 'ignore'
      ? { ...draft, ignore: { when: 'in', values: [''], ...draft.ignore, source } }
      : withField(draft, target, source)
  const advance = (draft: MappingDraft) =>
    setTarget(target === 'ignore' ? target : (ORDER.find((field) => isOpen(field, target, draft)) ?? target))
  const pick = (make: (draft: MappingDraft) => MappingDraft) =>
    change((before) => {
      const next = make(before)
      advance(next)
      return next
    })
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center gap-2">
        <span className="text-ink-2">A click on a value says where</span>
        <Select
          label="What a click is for"
          value={target}
          options={TARGETS}
          onChange={(next) => next !== null && setTarget(next as Target)}
        />
        <span className="text-ink-2">is.</span>
      </div>
      {body !== undefined && (
        <JsonTree body={body} onPick={(steps) => pick((draft) => assignAt(draft, body, steps, assign))} />
      )}
      <NameTable title="Form" from="form" entries={form} onPick={(source) => pick((draft) => assign(draft, source))} />
      <NameTable
        title="Query"
        from="query"
        entries={query}
        onPick={(source) => pick((draft) => assign(draft, source))}
      />
      <details>
        <summary className="w-fit text-sm text-ink-3 hover:text-ink">Headers</summary>
        <div className="mt-2">
          <NameTable
            title="Headers"
            from="header"
            entries={Object.entries(callback.headers)}
            onPick={(source) => pick((draft) => assign(draft, source))}
          />
        </div>
      </details>
    </div>
  )
}

function queryOf(target: string): string {
  const mark = target.indexOf('?')
  return mark === -1 ? '' : target.slice(mark + 1)
}

function isOpen(field: Target, target: Target, draft: MappingDraft): boolean {
  return field !== 'ignore' && field !== target && draft.fields[field] === undefined
}
