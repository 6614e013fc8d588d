import type { z } from 'zod'
import {
  type newCodeDismiss,
  newCodeList,
  overrideChanged,
  type overrideCreate,
  type overridePreview,
  rejudgeJob,
  rejudgePreview,
} from '@/lib/contracts/codes'
import { api } from './api'

/** What people do in the dictionary. Each throws ProblemError. */
export const changeCodes = {
  /** What saying this would do to stored messages. */
  preview: (input: z.input<typeof overridePreview>) =>
    api(rejudgePreview, '/codes/overrides/preview', { method: 'POST', body: input }),
  /** Says what a word or code means. */
  create: (input: z.input<typeof overrideCreate>) =>
    api(overrideChanged, '/codes/overrides', { method: 'POST', body: input }),
  /** Ends what was said of it. */
  end: (id: number, author: string) =>
    api(overrideChanged, `/codes/overrides/${id}/end`, { method: 'POST', body: { author } }),
  /** Puts a new code aside, or takes it back. */
  dismiss: (input: z.input<typeof newCodeDismiss>) => api(newCodeList, '/codes/new', { method: 'POST', body: input }),
  /** Stops a job, or lets it go on. */
  command: (id: number, command: 'stop' | 'continue') =>
    api(rejudgeJob, `/codes/jobs/${id}`, { method: 'POST', body: { do: command } }),
}
