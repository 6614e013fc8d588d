import { route } from '@/lib/http/route'

/** Answers while the process can answer at all, also without a database. */
export const GET = route({}, async () => ({ status: 'ok' }))
