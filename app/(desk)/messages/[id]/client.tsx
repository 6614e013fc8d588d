'use client'

import { useQuery } from '@tanstack/react-query'
import { contradictionWords } from '@/components/messages/timelineWords'
import { MeaningCard } from '@/components/messages/MeaningCard'
import { messageHeadline } from '@/components/messages/messageHeadline'
import { MessageFactList } from '@/components/messages/MessageFactList'
import { MessageTimeline } from '@/components/messages/MessageTimeline'
import { Screen } from '@/components/shell/Screen'
import { BackLink } from '@/components/ui/BackLink'
import { Notice } from '@/components/ui/Notice'
import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { Sentence } from '@/components/ui/Sentence'
import { Skeleton } from '@/components/ui/Skeleton'
import { Time } from '@/components/ui/Time'
import { useNow } from '@/components/ui/useNow'
import { useTimeZone } from '@/lib/client/BusinessZone'
import { messageOptions } from '@/lib/client/messageOptions'

/** One message: what became of it, how we know, and everything that is known about it. */
export function MessageClient({ id, renderedAt }: { id: string; renderedAt: string }) {
  const timeZone = useTimeZone()
  const now = useNow(renderedAt)
  const { data: message, error, refetch } = useQuery(messageOptions(id))
  const contradiction = message ? contradictionWords(message) : null
  return (
    <Screen>
      <BackLink href="/messages">Messages</BackLink>
      {message && (
        <Sentence
          parts={messageHeadline(message, now, timeZone)}
          sub={
            <>
              {message.connection.name} · last receipt arrived <Time at={message.lastReceivedAt} precision="full" />
            </>
          }
        />
      )}
      <ProblemNotice error={error} onRetry={() => void refetch()} className="mb-3" />
      {contradiction && <Notice className="mb-4">{contradiction}</Notice>}
      {message && <MeaningCard message={message} />}
      {message ? (
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_320px]">
          <MessageTimeline message={message} />
          <MessageFactList message={message} />
        </div>
      ) : (
        !error && <Skeleton className="mt-6 h-64 w-full" />
      )}
    </Screen>
  )
}
