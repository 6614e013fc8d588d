import { nextDoor } from '@/lib/ingest/nextDoor'

export const runtime = 'nodejs'
export const dynamic = 'force-dynamic'

/** Where a callback enters when it comes through Next. `server.ts` takes most of them before they get here. */
export {
  nextDoor as GET,
  nextDoor as HEAD,
  nextDoor as POST,
  nextDoor as PUT,
  nextDoor as PATCH,
  nextDoor as DELETE,
  nextDoor as OPTIONS,
}
