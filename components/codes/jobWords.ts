import type { RejudgeJob } from '@/lib/contracts/codes'
import { formatDuration } from '@/lib/format/duration'
import { formatCount, plural } from '@/lib/format/number'

/** How far a job is, in words; `now` for rate and time left. Nothing is promised before a second has passed. */
export function jobWords(job: RejudgeJob, now: Date): string {
  const changed = `${plural(job.changed, 'message')} changed`
  if (job.state === 'waiting') return 'Begins in a moment.'
  if (job.state === 'done') return `Done: ${plural(job.checked, 'message')} checked, ${changed}.`
  if (job.state === 'failed')
    return `Failed after ${plural(job.checked, 'message')}, ${changed}: ${job.error ?? 'see the log'}.`
  const progress = `${formatCount(job.checked)} of ${plural(job.total, 'message')} checked, ${changed}`
  if (job.state === 'stopped') return `Stopped: ${progress}. What is changed stays changed; the figures are exact.`
  if (job.checked >= job.total)
    return `${progress}. Looking once more for what arrived while other processes had not heard of it.`
  return `${progress}${pace(job, now)}.`
}

function pace({ startedAt, checked, total }: RejudgeJob, now: Date): string {
  const ms = startedAt === null ? 0 : now.getTime() - Date.parse(startedAt)
  if (ms < 1_000 || checked === 0) return ''
  const perMs = checked / ms
  return `, ${formatCount(Math.round(perMs * 1_000))} a second, ${formatDuration((total - checked) / perMs)} left`
}
