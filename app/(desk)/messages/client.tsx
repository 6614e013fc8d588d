'use client'

import { Download } from 'lucide-react'
import { useQueryStates } from 'nuqs'
import { useMemo } from 'react'
import { FilterChipList } from '@/components/messages/FilterChipList'
import { filterChips } from '@/components/messages/filterChips'
import { countryName } from '@/components/messages/countryName'
import { MessagesSkeleton } from '@/components/messages/MessagesSkeleton'
import { MessagesToolbar } from '@/components/messages/MessagesToolbar'
import { messagesSentence } from '@/components/messages/messagesSentence'
import { MessageTable } from '@/components/messages/MessageTable'
import { NoMessages } from '@/components/messages/NoMessages'
import { useFilterChoices } from '@/components/messages/useFilterChoices'
import { Screen } from '@/components/shell/Screen'
import { Button } from '@/components/ui/Button'
import { cn } from '@/components/ui/cn'
import { CopyLink } from '@/components/ui/CopyLink'
import { Kbd } from '@/components/ui/Kbd'
import { NewRows } from '@/components/ui/NewRows'
import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { Sentence } from '@/components/ui/Sentence'
import { Time } from '@/components/ui/Time'
import { useNow } from '@/components/ui/useNow'
import { queryString } from '@/lib/client/api'
import { useTimeZone } from '@/lib/client/BusinessZone'
import { filterOfMessages } from '@/lib/client/filterOfMessages'
import { messagesHeadOptions } from '@/lib/client/messagesHeadOptions'
import type { MessagesFilter } from '@/lib/client/messagesHref'
import { messagesOptions } from '@/lib/client/messagesOptions'
import { useSteadyList } from '@/lib/client/useSteadyList'
import type { Message } from '@/lib/contracts/message'
import { messagesSearchParams, toMessagesFilter } from './search-params'

/** The list of messages with its filters, which live in the address bar. */
export function MessagesClient({ renderedAt }: { renderedAt: string }) {
  const timeZone = useTimeZone()
  const now = useNow(renderedAt)
  const [params, setParams] = useQueryStates(messagesSearchParams, { history: 'push' })
  const filter = useMemo(() => toMessagesFilter(params), [params])
  const { list, head, shown, fresh, atLeast, showFresh } = useSteadyList({
    list: messagesOptions(filter),
    head: messagesHeadOptions(filter),
    hasChanged,
  })
  const { summary, connections, carriers } = useFilterChoices(filter, shown)

  const names = {
    connection: connections.find((each) => each.value === filter.connection)?.label,
    carrier: carriers.find((each) => each.value === filter.carrier)?.label,
    country: filter.country ? countryName(filter.country) : undefined,
  }
  const chips = filterChips(filter, names, now, timeZone)
  const complete = list.isSuccess && !list.hasNextPage
  // While new rows wait, the rows and the sentence about them are as old as the list is.
  const asOf = (fresh.length === 0 ? head.data?.asOf : undefined) ?? list.data?.pages[0]?.asOf
  // Without a single text there is nothing to narrow.
  const nothing = complete && shown.length === 0 && chips.length === 0
  const loading = list.isPending || list.isPlaceholderData
  const change = (patch: Partial<MessagesFilter>) =>
    setParams(Object.fromEntries(Object.entries(patch).map(([key, value]) => [key, value ?? null])))
  const remove = (keys: (keyof MessagesFilter)[]) => setParams(Object.fromEntries(keys.map((key) => [key, null])))

  return (
    <Screen>
      <Sentence
        parts={
          loading || !list.data
            ? [{ text: list.isError ? 'The messages could not be read.' : 'Looking for messages…', tone: 'quiet' }]
            : messagesSentence({ filter, names, summary, shown, complete, now, timeZone })
        }
        sub={
          asOf ? (
            <>
              Newest first, by the time they were sent · as of <Time at={asOf} />
            </>
          ) : (
            'Newest first, by the time they were sent'
          )
        }
      />
      <div className={cn('mb-3 grid grid-cols-[minmax(0,1fr)] gap-2.5', nothing && 'hidden')}>
        <MessagesToolbar {...{ filter, now, timeZone, connections, carriers }} onChange={change} />
        <FilterChipList chips={chips} onRemove={remove} />
      </div>
      <ProblemNotice error={list.error ?? head.error} onRetry={() => void list.refetch()} className="mb-3" />
      <NewRows count={fresh.length} atLeast={atLeast} onShow={showFresh} />
      <section aria-label="Messages" className="rounded-lg border border-line bg-surface">
        {list.isPending ? (
          <MessagesSkeleton />
        ) : shown.length === 0 && list.isSuccess ? (
          <NoMessages chips={chips} onClear={() => remove(chips.flatMap((chip) => chip.keys))} />
        ) : (
          <MessageTable messages={shown} stale={list.isPlaceholderData} {...{ complete, now, timeZone }} />
        )}
        {shown.length > 0 && (
          <footer className="flex flex-wrap items-center gap-2 px-3 py-2">
            {list.hasNextPage && (
              <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {list.isFetchingNextPage ? 'Loading…' : 'Load 50 more'}
              </Button>
            )}
            {complete && <span className="px-1 text-sm text-ink-3">That is all.</span>}
            <span className="flex items-center gap-1 px-1 text-xs text-ink-3 max-md:hidden">
              <Kbd>j</Kbd> <Kbd>k</Kbd> move, <Kbd>Enter</Kbd> opens
            </span>
            <span className="ml-auto flex gap-1">
              <CopyLink />
              <Button asChild size="small" variant="quiet">
                <a href={`/api/v1/messages.csv${queryString(filterOfMessages(filter))}`} download>
                  <Download size={14} aria-hidden /> CSV of all rows
                </a>
              </Button>
            </span>
          </footer>
        )}
      </section>
    </Screen>
  )
}

function hasChanged(old: Message, now: Message): boolean {
  return old.lastReceivedAt !== now.lastReceivedAt
}
