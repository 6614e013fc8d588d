'use client'

import { useQuery } from '@tanstack/react-query'
import { Button } from '@/components/ui/Button'
import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { STATUS_WORDS } from '@/components/ui/stateWords'
import { StepList } from '@/components/ui/StepList'
import { overridesOptions } from '@/lib/client/overridesOptions'
import type { CodeDictionary, CodeEntry } from '@/lib/contracts/codes'
import { FAILURE_LABELS } from '@/lib/status/failureClass'
import type { OverrideWish } from './OverrideDialog'
import { OverrideHistory } from './OverrideHistory'

interface CodeDetailProps {
  entry: CodeEntry
  provider: string
  steps: CodeDictionary['steps'][string] | undefined
  onWish: (wish: OverrideWish) => void
}

/** Everything that is known of one word or code, what was said of it here, and the way to say something else. */
export function CodeDetail({ entry, provider, steps, onWish }: CodeDetailProps) {
  const { adapter, kind, code, override } = entry
  const history = useQuery(overridesOptions({ adapter, kind, code }))
  return (
    <div className="grid gap-4 px-4 pt-1 pb-4 pl-12 max-md:pl-4">
      <div className="grid gap-1">
        {entry.name && (
          <p className="text-ink-3">
            {provider} calls it “{entry.name}”.
          </p>
        )}
        <p className="max-w-[76ch]">{entry.plain}</p>
        <p className="text-sm text-ink-3">{factsOf(entry).join(' · ')}</p>
        {entry.note && <p className="max-w-[76ch] text-sm text-ink-2">{entry.note}</p>}
      </div>
      {steps && <StepList steps={steps} />}
      <ProblemNotice error={history.error} onRetry={() => void history.refetch()} />
      {history.data && <OverrideHistory overrides={history.data.items} />}
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => onWish({ do: 'say', provider, entry })}>
          {override ? 'Say something else' : 'Say what it means here'}
        </Button>
        {override && <Button onClick={() => onWish({ do: 'end', provider, override })}>End what is said here</Button>}
      </div>
    </div>
  )
}

function factsOf({ kind, status, failureClass, permanent, nextStep }: CodeEntry): string[] {
  return [
    kind === 'status' ? 'status word' : 'error code',
    status && STATUS_WORDS[status].toLowerCase(),
    failureClass && FAILURE_LABELS[failureClass].toLowerCase(),
    failureClass && permanenceWords(permanent),
    nextStep && `advice: ${nextStep}`,
  ].filter((part) => part !== null)
}

function permanenceWords(permanent: boolean | null): string {
  if (permanent === null) return 'whether it passes is not known'
  return permanent ? 'sending again cannot work' : 'sending again may work'
}
