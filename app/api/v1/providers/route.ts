import { route } from '@/lib/http/route'
import { providers } from '@/lib/queries/providers'

export const GET = route({}, async () => providers())
