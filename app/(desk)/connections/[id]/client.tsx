'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useQueryStates } from 'nuqs'
import { useState } from 'react'
import { NewestCallbacks } from '@/components/callbacks/NewestCallbacks'
import { ActivityCard } from '@/components/connections/activity/ActivityCard'
import { type CareDialog, CareDialogs } from '@/components/connections/care/CareDialogs'
import { ConnectionMenu } from '@/components/connections/care/ConnectionMenu'
import { PauseButton } from '@/components/connections/care/PauseButton'
import { CareNotices } from '@/components/connections/CareNotices'
import { connectionHeadline } from '@/components/connections/connectionHeadline'
import { FirstCallback } from '@/components/connections/FirstCallback'
import { providerOf } from '@/components/connections/providerOf'
import { RepairsCard } from '@/components/connections/RepairsCard'
import { SecretsCard } from '@/components/connections/SecretsCard'
import { UrlCard } from '@/components/connections/UrlCard'
import { Screen } from '@/components/shell/Screen'
import { BackLink } from '@/components/ui/BackLink'
import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { Sentence } from '@/components/ui/Sentence'
import { Skeleton } from '@/components/ui/Skeleton'
import { useNow } from '@/components/ui/useNow'
import { connectionOptions } from '@/lib/client/connectionOptions'
import { connectionsActivityOptions } from '@/lib/client/connectionsActivityOptions'
import { providersOptions } from '@/lib/client/providersOptions'
import type { Connection } from '@/lib/contracts/connection'
import { plural } from '@/lib/format/number'
import { connectionSearchParams } from './search-params'

/** One connection: how it is, what it did, where it must call, its secrets, and what to do with it. */
export function ConnectionClient({ id, renderedAt }: { id: string; renderedAt: string }) {
  const { data, error, refetch } = useQuery(connectionOptions(id))
  return (
    <Screen>
      <BackLink href="/connections">Connections</BackLink>
      <ProblemNotice error={error} onRetry={() => void refetch()} className="mt-3" />
      {data ? <Page connection={data} renderedAt={renderedAt} /> : !error && <Skeleton className="mt-6 h-64 w-full" />}
    </Screen>
  )
}

function Page({ connection, renderedAt }: { connection: Connection; renderedAt: string }) {
  const router = useRouter()
  const now = useNow(renderedAt, 5_000)
  const [{ range }, setParams] = useQueryStates(connectionSearchParams)
  const [care, setCare] = useState<CareDialog | null>(null)
  const providers = useQuery(providersOptions()).data?.items ?? []
  const activities = useQuery(connectionsActivityOptions())
  const activity = activities.data?.items.find((item) => item.id === connection.id)
  const provider = providerOf(connection, providers)
  return (
    <>
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <Sentence
            parts={connectionHeadline(connection, activity, now)}
            sub={`${provider?.name ?? connection.adapter}${connection.sample ? ' · sample traffic' : ''}`}
          />
        </div>
        <div className="mt-3 flex items-center gap-2">
          {!connection.pausedAt && <PauseButton connection={connection} />}
          <ConnectionMenu connection={connection} onCare={setCare} />
        </div>
      </div>
      <CareNotices connection={connection} activity={activity} now={now} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_380px]">
        <div className="grid min-w-0 gap-4">
          {connection.lastSeenAt === null && !connection.sample && <FirstCallback connection={connection.id} />}
          <ActivityCard connection={connection.id} range={range} onRange={(next) => void setParams({ range: next })} />
          <NewestCallbacks connection={connection.id} />
        </div>
        <div className="grid min-w-0 gap-4">
          {activity && activity.newCodes > 0 && (
            <p className="rounded-lg border border-line bg-surface px-4 py-3">
              <Link className="link" href={`/codes?connection=${connection.id}`}>
                {plural(activity.newCodes, 'unknown code')}
              </Link>{' '}
              came through it: say what {activity.newCodes === 1 ? 'it means' : 'they mean'}.
            </p>
          )}
          <UrlCard connection={connection} />
          <SecretsCard
            connection={connection}
            fields={provider?.secrets ?? []}
            onCare={(kind) => setCare({ kind, connection })}
          />
          <RepairsCard connection={connection} />
        </div>
      </div>
      <CareDialogs
        dialog={care}
        providers={providers}
        onClose={() => setCare(null)}
        onRemoved={() => router.push('/connections')}
      />
    </>
  )
}
