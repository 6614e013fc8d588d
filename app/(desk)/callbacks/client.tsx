'use client'

import { useQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { useMemo, useState } from 'react'
import { type CallbacksPatch, CallbacksToolbar } from '@/components/callbacks/CallbacksToolbar'
import { tabOf } from '@/components/callbacks/callbackTabs'
import { callbacksSentence } from '@/components/callbacks/callbacksSentence'
import { CallbackTable } from '@/components/callbacks/CallbackTable'
import { NoCallbacks } from '@/components/callbacks/NoCallbacks'
import { QuarantineAdvice } from '@/components/callbacks/QuarantineAdvice'
import { ReplayChoice, waitingWords } from '@/components/callbacks/ReplayChoice'
import { ReplayResultNotice } from '@/components/callbacks/ReplayResultNotice'
import { useReplay } from '@/components/callbacks/useReplay'
import { Screen } from '@/components/shell/Screen'
import { Button } from '@/components/ui/Button'
import { NewRows } from '@/components/ui/NewRows'
import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { Sentence } from '@/components/ui/Sentence'
import { Skeleton } from '@/components/ui/Skeleton'
import { Time } from '@/components/ui/Time'
import { useNow } from '@/components/ui/useNow'
import { useTimeZone } from '@/lib/client/BusinessZone'
import { callbacksHeadOptions } from '@/lib/client/callbacksHeadOptions'
import { callbacksOptions } from '@/lib/client/callbacksOptions'
import { connectionsOptions } from '@/lib/client/connectionsOptions'
import { openQuarantineOptions } from '@/lib/client/openQuarantineOptions'
import { useSteadyList } from '@/lib/client/useSteadyList'
import type { Callback } from '@/lib/contracts/callback'
import { callbacksSearchParams, toCallbacksFilter } from './search-params'

/** What arrived, what waits in quarantine and why, and its replay. */
export function CallbacksClient({ renderedAt }: { renderedAt: string }) {
  const timeZone = useTimeZone()
  const now = useNow(renderedAt)
  const [params, setParams] = useQueryStates(callbacksSearchParams, { history: 'push' })
  const filter = useMemo(() => toCallbacksFilter(params), [params])
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const { list, head, shown, fresh, atLeast, showFresh } = useSteadyList({
    list: callbacksOptions(filter),
    head: callbacksHeadOptions(filter),
    hasChanged,
  })
  const open = useQuery(openQuarantineOptions())
  const newest = useQuery(callbacksHeadOptions({}, 1))
  const connections = useQuery(connectionsOptions())
  const replay = useReplay()

  const tab = tabOf(filter)
  const waiting = open.data?.items ?? []
  const select = (ids: readonly string[], on: boolean) =>
    setSelected((old) => new Set(on ? [...old, ...ids] : [...old].filter((id) => !ids.includes(id))))
  const show = (patch: CallbacksPatch) => {
    setSelected(new Set())
    void setParams(patch)
  }
  const start = (ids: readonly string[] | null) => replay.mutate(ids, { onSuccess: () => setSelected(new Set()) })

  return (
    <Screen>
      <Sentence
        parts={
          open.data && newest.data
            ? callbacksSentence({ open: open.data, newestAt: newest.data.items[0]?.receivedAt ?? null, now })
            : [{ text: 'Looking for callbacks…', tone: 'quiet' }]
        }
        sub={
          <>
            Every request of a provider, as it came, newest first
            {open.data && (
              <>
                {' · as of '}
                <Time at={open.data.asOf} />
              </>
            )}
          </>
        }
      />
      <CallbacksToolbar
        filter={filter}
        onChange={show}
        connections={(connections.data?.items ?? []).map((each) => ({ value: each.id, label: each.name }))}
        waiting={waitingWords(open.data)}
      >
        <ReplayChoice selected={selected} open={open.data} progress={replay.progress} onReplay={start} />
      </CallbacksToolbar>
      <ProblemNotice error={replay.error} className="mb-3" />
      {replay.data && <ReplayResultNotice result={replay.data} onClose={replay.reset} />}
      {tab === 'quarantine' && open.data && waiting.length > 0 && (
        <QuarantineAdvice open={open.data} code={params.code} onCode={(code) => show({ code })} />
      )}
      <ProblemNotice
        error={list.error ?? head.error ?? open.error}
        onRetry={() => void list.refetch()}
        className="mb-3"
      />
      <NewRows count={fresh.length} atLeast={atLeast} onShow={showFresh} />
      <section aria-label="Callbacks" className="rounded-lg border border-line bg-surface">
        {list.isPending ? (
          <Skeleton className="m-4 h-72" />
        ) : shown.length === 0 && list.isSuccess ? (
          <NoCallbacks
            isQuarantine={tab === 'quarantine' && !params.code && !params.connection}
            narrowed={tab !== 'all' || !!params.code || !!params.connection}
          />
        ) : (
          <CallbackTable
            callbacks={shown}
            stale={list.isPlaceholderData}
            {...{ selected, now, timeZone }}
            onSelect={select}
          />
        )}
        {list.hasNextPage && (
          <footer className="border-t border-line px-3 py-2">
            <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {list.isFetchingNextPage ? 'Loading…' : 'Load 50 more'}
            </Button>
          </footer>
        )}
      </section>
    </Screen>
  )
}

/** Its bytes never change; what a replay changes is its quarantine. */
function hasChanged(old: Callback, now: Callback): boolean {
  const resolved = (callback: Callback) => callback.quarantine.filter((entry) => entry.resolvedAt !== null).length
  return old.quarantine.length !== now.quarantine.length || resolved(old) !== resolved(now)
}
