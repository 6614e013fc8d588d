import { listJobs } from '@/lib/dictionary/jobs'
import { route } from '@/lib/http/route'

export const GET = route({}, async () => ({ asOf: new Date().toISOString(), items: await listJobs() }))
