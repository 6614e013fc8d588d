import { readEnv } from '@/lib/env'
import { openApiDocument } from '@/lib/http/openApiDocument'
import { route } from '@/lib/http/route'

export const GET = route({}, async () => openApiDocument(readEnv().publicUrl))
