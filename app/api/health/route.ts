import { route } from '@/lib/http/route'
import { readiness } from '@/lib/queries/readiness'

/** Answers 200 when callbacks can be taken: the database is reachable and its schema is current. */
export const GET = route({}, () => readiness())
