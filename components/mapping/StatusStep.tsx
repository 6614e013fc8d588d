'use client'

import { X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/Button'
import { Input } from '@/components/ui/Input'
import { Pill } from '@/components/ui/Pill'
import { Select } from '@/components/ui/Select'
import { StateMark } from '@/components/ui/StateMark'
import { STATUS_WORDS } from '@/components/ui/stateWords'
import { stateOf } from '@/lib/status/state'
import { type Status, STATUSES } from '@/lib/status/status'
import { Check } from './Check'
import { Choice } from './Choice'
import { Guess } from './Guess'
import { useMapping } from './MappingContext'

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
      <NewWord onAdd={add} />
      {problem && <p className="text-sm text-failed">{problem}</p>}
      <Guess reason={guessOf('statuses')} />
      <Unknown words={preview?.unknown.statuses ?? []} onAdd={add} />
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

function NewWord({ onAdd }: { onAdd: (word: string, status: Status) => void }) {
  const [word, setWord] = useState('')
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <Input
        aria-label="New word"
        placeholder="another word"
        spellCheck={false}
        className="w-0 min-w-28 flex-1 font-mono text-[13px]"
        value={word}
        onChange={(event) => setWord(event.target.value)}
      />
      <Select
        label="Meaning of the new word"
        value={null}
        placeholder="means…"
        options={OPTIONS}
        onChange={(status) => {
          if (status === null || word === '') return
          onAdd(word, status as Status)
          setWord('')
        }}
      />
    </div>
  )
}

function Unknown({
  words,
  onAdd,
}: {
  words: readonly { code: string; count: number }[]
  onAdd: (word: string, status: Status) => void
}) {
  if (words.length === 0) return null
  return (
    <section aria-label="Words that nobody knows" className="grid gap-1.5 rounded-sm bg-warn-wash px-3 py-2.5">
      <h3 className="font-semibold">Seen in the samples, not in the table</h3>
      <ul className="grid gap-1.5">
        {words.map(({ code, count }) => (
          <li key={code} className="flex flex-wrap items-center gap-2">
            <code className="font-mono text-[13px] break-all">{code}</code>
            {count > 1 && <Pill>{count} times</Pill>}
            <Select
              label={`Meaning of ${code}`}
              value={null}
              placeholder="means…"
              options={OPTIONS}
              onChange={(status) => status !== null && onAdd(code, status as Status)}
              className="ml-auto"
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
