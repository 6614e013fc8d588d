import { queryOptions } from '@tanstack/react-query'
import { rejudgeJobList } from '@/lib/contracts/codes'
import { api } from './api'
import { LIVE_KEY } from './refreshLiveQueries'

const WHILE_RUNNING_MS = 1_000

/** Jobs that judge stored receipts again; asked every second while one of them runs. */
export function rejudgeJobsOptions() {
  return queryOptions({
    queryKey: [LIVE_KEY, 'rejudgeJobs'],
    queryFn: ({ signal }) => api(rejudgeJobList, '/codes/jobs', { signal }),
    refetchInterval: ({ state }) =>
      state.data?.items.some((job) => job.state === 'waiting' || job.state === 'running') ? WHILE_RUNNING_MS : false,
  })
}
