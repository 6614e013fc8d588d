'use client'

import { useQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { useDeferredValue, useMemo, useState } from 'react'
import { CodeList } from '@/components/codes/CodeList'
import { CodesToolbar } from '@/components/codes/CodesToolbar'
import { codesSentence } from '@/components/codes/codesSentence'
import { filterCodes } from '@/components/codes/filterCodes'
import { NewCodes } from '@/components/codes/NewCodes'
import { OverrideDialog, type OverrideWish } from '@/components/codes/OverrideDialog'
import { RejudgeJobs } from '@/components/codes/RejudgeJobs'
import { Screen } from '@/components/shell/Screen'
import { EmptyState } from '@/components/ui/EmptyState'
import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { Sentence } from '@/components/ui/Sentence'
import { Skeleton } from '@/components/ui/Skeleton'
import { useNow } from '@/components/ui/useNow'
import { codesOptions } from '@/lib/client/codesOptions'
import { connectionsOptions } from '@/lib/client/connectionsOptions'
import { newCodesOptions } from '@/lib/client/newCodesOptions'
import { codesSearchParams } from './search-params'

/** Every status word and error code of every provider in plain words, what is said of them here, and new ones. */
export function CodesClient({ renderedAt }: { renderedAt: string }) {
  const now = useNow(renderedAt)
  const [{ open, ...filter }, setParams] = useQueryStates(codesSearchParams)
  const [wish, setWish] = useState<OverrideWish | null>(null)
  const codes = useQuery(codesOptions())
  const fresh = useQuery(newCodesOptions())
  const connections = useQuery(connectionsOptions())
  const searched = useDeferredValue(filter)
  const found = useMemo(() => (codes.data ? filterCodes(codes.data, searched) : []), [codes.data, searched])
  const waiting = (fresh.data?.items ?? []).filter(({ dismissed }) => dismissed === null).length
  return (
    <Screen>
      <Sentence
        parts={codes.data ? codesSentence(codes.data, waiting) : [{ text: 'Opening the dictionary…', tone: 'quiet' }]}
        sub="What each provider says, what it means, and what to do next"
      />
      <ProblemNotice
        error={codes.error ?? fresh.error}
        onRetry={() => void Promise.all([codes.refetch(), fresh.refetch()])}
        className="mb-3"
      />
      <RejudgeJobs renderedAt={renderedAt} />
      {fresh.data && <NewCodes codes={fresh.data.items} now={now} onSay={setWish} />}
      <CodesToolbar
        filter={filter}
        providers={codes.data?.providers ?? []}
        onChange={(patch) => void setParams({ ...patch, open: null })}
      />
      <section aria-label="Code dictionary" className="rounded-lg border border-line bg-surface">
        {codes.isPending && <Skeleton className="m-4 h-96" />}
        {codes.data && found.length === 0 && (
          <EmptyState title="No word or code matches.">
            A code that a provider sends and nobody knows appears above, under new codes, as soon as it is seen.
          </EmptyState>
        )}
        {codes.data && found.length > 0 && (
          <CodeList
            dictionary={codes.data}
            entries={found}
            open={open}
            onOpen={(next) => void setParams({ open: next })}
            onWish={setWish}
          />
        )}
      </section>
      <OverrideDialog wish={wish} connections={connections.data?.items ?? []} onClose={() => setWish(null)} />
    </Screen>
  )
}
