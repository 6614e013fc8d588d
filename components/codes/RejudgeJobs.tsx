'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from '@/components/ui/Button'
import { Card } from '@/components/ui/Card'
import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { changeCodes } from '@/lib/client/changeCodes'
import { rejudgeJobsOptions } from '@/lib/client/rejudgeJobsOptions'
import type { RejudgeJob } from '@/lib/contracts/codes'
import { formatMoment } from '@/lib/format/time'
import { useTimeZone } from '@/lib/client/BusinessZone'
import { jobWords } from './jobWords'

const FOR_A_WHILE_MS = 30 * 60_000

/** Jobs that judge stored receipts again: those at work, those that need somebody, and what was done lately. */
export function RejudgeJobs({ renderedAt }: { renderedAt: string }) {
  const { data } = useQuery(rejudgeJobsOptions())
  const now = new Date(data?.asOf ?? renderedAt)
  const shown = (data?.items ?? []).filter((job) => isOfInterest(job, now))
  if (shown.length === 0) return null
  return (
    <Card title="Stored messages judged again" flush className="mb-4">
      <ul>
        {shown.map((job) => (
          <JobItem key={job.id} job={job} now={now} />
        ))}
      </ul>
    </Card>
  )
}

function JobItem({ job, now }: { job: RejudgeJob; now: Date }) {
  const queryClient = useQueryClient()
  const timeZone = useTimeZone()
  const command = useMutation({
    mutationFn: (what: 'stop' | 'continue') => changeCodes.command(job.id, what),
    onSettled: () => queryClient.invalidateQueries({ queryKey: rejudgeJobsOptions().queryKey }),
  })
  const isActive = job.state === 'waiting' || job.state === 'running'
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line px-4 py-2.5">
      <div className="min-w-0 flex-1 basis-72">
        <p className="font-medium">{job.title}</p>
        <p className="text-sm text-ink-2">{jobWords(job, now)}</p>
        <p className="text-xs text-ink-3">
          {job.author}, {formatMoment(job.createdAt, now, timeZone)} · {job.connection?.name ?? 'all connections'}
        </p>
        {isActive && (
          <progress
            className="mt-1.5 block h-1.5 w-full max-w-96 accent-accent"
            aria-label={`Progress: ${job.title}`}
            max={Math.max(job.total, 1)}
            value={job.checked}
          />
        )}
        <ProblemNotice error={command.error} className="mt-2" />
      </div>
      {isActive && (
        <Button size="small" busy={command.isPending} onClick={() => command.mutate('stop')}>
          Stop
        </Button>
      )}
      {(job.state === 'stopped' || job.state === 'failed') && (
        <Button size="small" busy={command.isPending} onClick={() => command.mutate('continue')}>
          Go on
        </Button>
      )}
    </li>
  )
}

/** What ended well is of interest for half an hour. */
function isOfInterest({ state, finishedAt }: RejudgeJob, now: Date): boolean {
  return state !== 'done' || (finishedAt !== null && now.getTime() - Date.parse(finishedAt) < FOR_A_WHILE_MS)
}
