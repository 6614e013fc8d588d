'use client'

import { useQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { useMemo, useState } from 'react'
import { CALLBACK_TABS, type CallbackTab, tabOf } from '@/components/callbacks/callbackTabs'
import { callbacksSentence } from '@/components/callbacks/callbacksSentence'
import { CallbackTable } from '@/components/callbacks/CallbackTable'
import { NoCallbacks } from '@/components/callbacks/NoCallbacks'
import { QuarantineAdvice } from '@/components/callbacks/QuarantineAdvice'
import { ReplayButton } from '@/components/callbacks/ReplayButton'
import { ReplayResultNotice } from '@/components/callbacks/ReplayResultNotice'
import { useReplay } from '@/components/callbacks/useReplay'
import { Screen } from '@/components/shell/Screen'
import { Button } from '@/components/ui/Button'
import { NewRows } from '@/components/ui/NewRows'
import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { Segments } from '@/components/ui/Segments'
import { Select } from '@/components/ui/Select'
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
import { formatCount } from '@/lib/format/number'
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
  const select = (id: string, on: boolean) => {
    const next = new Set(selected)
    if (on) next.add(id)
    else next.delete(id)
    setSelected(next)
  }
  const show = (patch: Parameters<typeof setParams>[0]) => {
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
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <Segments<CallbackTab | ''>
          label="Which callbacks"
          value={tab}
          onChange={(value) => {
            const next = CALLBACK_TABS.find((each) => each.value === value)
            show({ outcome: null, quarantined: null, code: null, ...next?.filter })
          }}
          options={CALLBACK_TABS.map(({ value, label }) => ({
            value,
            label: value === 'quarantine' && waiting.length > 0 ? `${label} ${waitingCount(open.data)}` : label,
          }))}
        />
        <Select
          label="Connection"
          all="All connections"
          value={params.connection}
          onChange={(connection) => show({ connection })}
          options={(connections.data?.items ?? []).map((each) => ({ value: each.id, label: each.name }))}
        />
        <div className="ml-auto">
          {selected.size > 0 ? (
            <ReplayButton
              variant="primary"
              count={selected.size}
              label={`Replay ${formatCount(selected.size)} selected`}
              progress={replay.progress}
              onReplay={() => start([...selected])}
            />
          ) : (
            waiting.length > 0 && (
              <ReplayButton
                count={waiting.length}
                atLeast={open.data?.nextCursor !== null}
                label={`Replay all ${waitingCount(open.data)} in quarantine`}
                progress={replay.progress}
                onReplay={() => start(null)}
              />
            )
          )}
        </div>
      </div>
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

function waitingCount(open: { items: readonly unknown[]; nextCursor: string | null } | undefined): string {
  return `${formatCount(open?.items.length ?? 0)}${open?.nextCursor ? '+' : ''}`
}

/** Its bytes never change; what a replay changes is its quarantine. */
function hasChanged(old: Callback, now: Callback): boolean {
  const resolved = (callback: Callback) => callback.quarantine.filter((entry) => entry.resolvedAt !== null).length
  return old.quarantine.length !== now.quarantine.length || resolved(old) !== resolved(now)
}
