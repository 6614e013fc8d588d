'use client'

import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { toast } from 'sonner'
import { Card } from '@/components/ui/Card'
import { Notice } from '@/components/ui/Notice'
import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { Sentence } from '@/components/ui/Sentence'
import { Tabs } from '@/components/ui/Tabs'
import { suggestMapping } from '@/lib/client/changeMapping'
import { mappingPreviewOptions } from '@/lib/client/mappingPreviewOptions'
import type {
  CallbackSample,
  ConnectionMapping,
  MappingSuggestion,
  MappingSwitchedOn,
} from '@/lib/contracts/mappingApi'
import { plural } from '@/lib/format/number'
import { ErrorStep } from './ErrorStep'
import { FieldsStep } from './FieldsStep'
import { MappingProvider, type Target } from './MappingContext'
import { MappingMenu } from './MappingMenu'
import { mappingSentence } from './mappingSentence'
import { ProofStep } from './ProofStep'
import { SamplePane } from './SamplePane'
import { SavedMark } from './SavedMark'
import { StatusStep } from './StatusStep'
import { SwitchOn } from './SwitchOn'
import { TimeStep } from './TimeStep'
import { useDebounced } from './useDebounced'
import { useMappingDraft } from './useMappingDraft'
import { stepProblems, type Step, STEPS } from './steps'

const QUIET_MS = 350
const NEWEST = 8

interface MappingEditorProps {
  mapping: ConnectionMapping
  step: Step
  onStep: (step: Step) => void
  /** Shown once it is switched on: how far the callbacks get. */
  after: ReactNode
}

/** Describes the callbacks of a provider, with what comes of it beside it. */
export function MappingEditor({ mapping, step, onStep, after }: MappingEditorProps) {
  const edited = useMappingDraft(mapping)
  const { draft, secrets, state, error } = edited
  const [samples, setSamples] = useState<CallbackSample[]>([])
  const [target, setTarget] = useState<Target>('messageId')
  const [guesses, setGuesses] = useState<MappingSuggestion['guesses']>([])
  const [done, setDone] = useState<MappingSwitchedOn | null>(null)
  const id = mapping.connection.id
  const rested = useDebounced({ draft, secrets }, QUIET_MS)
  const typed = Object.fromEntries(Object.entries(rested.secrets).filter(([, value]) => value !== ''))
  const preview = useQuery(
    mappingPreviewOptions(id, { mapping: rested.draft, secrets: typed, last: NEWEST, samples: samples.slice(0, 5) }),
  )
  const problems = preview.data?.problems ?? mapping.problems
  const isChanged = JSON.stringify(draft) !== JSON.stringify(mapping.active)
  const paste = (sample: CallbackSample) => {
    setSamples((before) => [sample, ...before])
    guess(sample)
  }
  const guess = (sample: CallbackSample) => {
    suggestMapping(id, { mapping: draft, sample }).then(
      (suggestion) => {
        edited.change(() => suggestion.mapping)
        setGuesses(suggestion.guesses)
        if (suggestion.guesses.length > 0) toast.info('Guesses were filled in and marked. Look at each of them.')
        else toast.info('Nothing more can be guessed from it.')
      },
      (reason: unknown) => toast.error(reason instanceof Error ? reason.message : String(reason)),
    )
  }
  const value = {
    ...edited,
    ...{ mapping, preview: preview.data, target, setTarget },
    problemOf: (field: string) => problems.find((each) => each.field === field)?.message,
    problemWithin: (field: string) =>
      problems.find((each) => each.field === field || each.field.startsWith(`${field}.`))?.message,
    guessOf: (field: string) => guesses.find((each) => each.field === field)?.reason,
  }
  const steps = {
    proof: <ProofStep />,
    fields: <FieldsStep />,
    statuses: <StatusStep />,
    errors: <ErrorStep />,
    time: <TimeStep />,
  }
  return (
    <MappingProvider value={value}>
      <Sentence
        parts={mappingSentence(mapping, isChanged, problems.length)}
        sub="The draft does nothing until it is switched on; callbacks are kept meanwhile"
      />
      <div className="mb-4 flex flex-wrap items-center gap-2">
        <SavedMark state={state} />
        <MappingMenu />
        <span className="ml-auto">
          <SwitchOn problems={problems} isChanged={isChanged} onDone={setDone} />
        </span>
      </div>
      <ProblemNotice error={error} onRetry={() => void edited.flush().catch(() => undefined)} className="mb-3" />
      <ProblemNotice error={preview.error} onRetry={() => void preview.refetch()} className="mb-3" />
      {done && <Notice className="mb-3">{doneWords(done)}</Notice>}
      {mapping.active && <div className="mb-4">{after}</div>}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card title="Mapping">
          <Tabs
            label="Steps of the mapping"
            value={step}
            onChange={(next) => onStep(next as Step)}
            tabs={STEPS.map(({ value: name, label }) => ({
              value: name,
              label: <StepLabel label={label} open={stepProblems(problems, name)} />,
              content: steps[name],
            }))}
          />
        </Card>
        <SamplePane samples={samples} onPaste={paste} onGuess={guess} />
      </div>
    </MappingProvider>
  )
}

function StepLabel({ label, open }: { label: string; open: number }) {
  if (open === 0) return label
  return (
    <span className="inline-flex items-center gap-1.5">
      {label}
      <span className="text-xs text-failed" aria-label={`${plural(open, 'thing')} to say`}>
        {open}
      </span>
    </span>
  )
}

function doneWords({ replaying, rejudging }: MappingSwitchedOn): string {
  const waited =
    replaying > 0
      ? ` ${plural(replaying, 'callback')} that waited ${replaying === 1 ? 'is' : 'are'} being applied.`
      : ''
  return `Switched on.${waited}${rejudging ? ' Stored receipts are being judged again by the new tables.' : ''}`
}
