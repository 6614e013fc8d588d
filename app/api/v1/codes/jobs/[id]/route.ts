import type { z } from 'zod'
import { rejudgeCommand } from '@/lib/contracts/codes'
import { commandJob, readJob } from '@/lib/dictionary/jobs'
import { readNumber } from '@/lib/http/readNumber'
import { route } from '@/lib/http/route'

export const GET = route<{ id: string }>({}, ({ params }) => readJob(readNumber('job', params.id)))

export const POST = route<{ id: string }, z.ZodUndefined, typeof rejudgeCommand>(
  { body: rejudgeCommand },
  ({ params, body }) => commandJob(readNumber('job', params.id), body.do),
)
