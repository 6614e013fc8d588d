'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from '@/components/ui/Button'
import { Notice } from '@/components/ui/Notice'
import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { Time } from '@/components/ui/Time'
import { endOverlap } from '@/lib/client/endOverlap'
import { refreshConnections } from '@/lib/client/refreshConnections'
import type { ConnectionActivity } from '@/lib/contracts/activity'
import type { Connection } from '@/lib/contracts/connection'
import { formatAgo } from '@/lib/format/duration'
import { formatCount, plural } from '@/lib/format/number'
import { usePause } from './care/usePause'

interface CareNoticesProps {
  connection: Connection
  activity: ConnectionActivity | undefined
  now: Date
}

/** What is going on with a connection and does not stay so: a pause, its end, a rotation. */
export function CareNotices({ connection, activity, now }: CareNoticesProps) {
  const kept = activity?.kept ?? 0
  return (
    <div className="mb-4 grid gap-3 empty:hidden">
      {connection.pausedAt && <Paused connection={connection} kept={kept} />}
      {!connection.pausedAt && kept > 0 && <Applying kept={kept} />}
      {connection.rotation && <Rotation connection={connection} rotation={connection.rotation} now={now} />}
    </div>
  )
}

function Paused({ connection, kept }: { connection: Connection; kept: number }) {
  const pause = usePause(connection)
  return (
    <Notice className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <p className="min-w-0 flex-1">
        Paused since <Time at={connection.pausedAt ?? ''} precision="full" className="whitespace-normal" />. Callbacks
        are verified, answered and kept; nothing of them is applied. {kept > 0 && `${plural(kept, 'callback')} so far.`}
      </p>
      <Button variant="primary" busy={pause.isPending} onClick={() => pause.mutate()}>
        {kept > 0 ? `Resume and apply ${formatCount(kept)}` : 'Resume'}
      </Button>
    </Notice>
  )
}

function Applying({ kept }: { kept: number }) {
  return (
    <p role="status" className="animate-breathe rounded-sm bg-accent-wash px-3 py-2.5 font-medium">
      Applying what was kept while it was paused: {formatCount(kept)} to go.
    </p>
  )
}

interface RotationProps {
  connection: Connection
  rotation: NonNullable<Connection['rotation']>
  now: Date
}

function Rotation({ connection, rotation, now }: RotationProps) {
  const queryClient = useQueryClient()
  const ending = useMutation({
    mutationFn: () => endOverlap(connection.id),
    onSettled: () => refreshConnections(queryClient),
  })
  return (
    <Notice className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <p className="min-w-0 flex-1">
        The secrets before the last rotation are accepted until{' '}
        <Time at={rotation.until} precision="full" className="whitespace-normal" />.{' '}
        {rotation.usedAt
          ? `Old secret last used ${formatAgo(rotation.usedAt, now)}: somebody still has to get the new one.`
          : 'The old secret has not been used since the rotation.'}
      </p>
      <Button busy={ending.isPending} onClick={() => ending.mutate()}>
        End the overlap now
      </Button>
      <ProblemNotice error={ending.error} />
    </Notice>
  )
}
