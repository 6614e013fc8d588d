'use client'

import { X } from 'lucide-react'
import { Button } from '@/components/ui/Button'
import { Input } from '@/components/ui/Input'
import { Select } from '@/components/ui/Select'
import { StateMark } from '@/components/ui/StateMark'
import { STATUS_WORDS } from '@/components/ui/stateWords'
import { stateOf } from '@/lib/status/state'
import { type Status, STATUSES } from '@/lib/status/status'
import { Check } from './Check'
import { Choice } from './Choice'
import { Guess } from './Guess'
import { useMapping } from './MappingContext'
import { NewName } from './NewName'
import { UnknownNames } from './UnknownNames'

const OPTIONS = STATUSES.map((value) => ({
  value,
  label: <StateMark state={stateOf(value)}>{STATUS_WORDS[value]}</StateMark>,
}))

/** What the provider's status words mean. */
export function StatusStep() {
  const { draft, change, preview, problemWithin, guessOf } = useMapping()
  const { statuses } = draft
  const problem = problemWithin('statuses')
  const setRows = (rows: typeof statuses) => change((before) => ({ ...before, statuses: rows }))
  const add = (word: string, status: Status) => setRows([...statuses, { word, status }])
  return (
    <div className="grid gap-4">
      <p className="text-ink-2">Every word that the provider uses, and what it means here.</p>
      <ul className="grid gap-1.5">
        {statuses.map(({ word, status }, index) => (
          <li key={index} className="flex flex-wrap items-center gap-1.5">
            <Input
              aria-label={`Word ${index + 1}`}
              aria-invalid={problemWithin(`statuses.${index}`) ? true : undefined}
              spellCheck={false}
              className="w-0 min-w-28 flex-1 font-mono text-[13px]"
              value={word}
              onChange={({ target }) =>
                target.value !== '' && setRows(statuses.with(index, { word: target.value, status }))
              }
            />
            <Select
              label={`Meaning of ${word}`}
              value={status}
              options={OPTIONS}
              onChange={(next) => next !== null && setRows(statuses.with(index, { word, status: next as Status }))}
            />
            <Button
              variant="quiet"
              size="icon"
              aria-label={`Remove ${word}`}
              onClick={() => setRows(statuses.toSpliced(index, 1))}
            >
              <X size={14} aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
      <NewName what="word" meanings={OPTIONS} onAdd={add} />
      {problem && <p className="text-sm text-failed">{problem}</p>}
      <Guess reason={guessOf('statuses')} />
      <UnknownNames what="Words" names={preview?.unknown.statuses ?? []} meanings={OPTIONS} onAdd={add} />
      <Check checked={draft.ignoreCase} onCheck={(ignoreCase) => change((before) => ({ ...before, ignoreCase }))}>
        DELIVERED and delivered are the same word
      </Check>
      <Choice
        label="A word that is not in the table"
        field="unknownWords"
        help="Asking keeps the receipt until a person has said what the word means."
        value={draft.unknownWords}
        options={[{ value: 'ask', label: 'is kept, and a person is asked' }, ...OPTIONS]}
        onChoose={(unknownWords) => change((before) => ({ ...before, unknownWords }))}
      />
    </div>
  )
}
