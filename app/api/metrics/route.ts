import { route } from '@/lib/http/route'
import { metrics } from '@/lib/observe/metrics'

export const GET = route({}, async () => {
  const { registry } = metrics
  return new Response(await registry.metrics(), { headers: { 'content-type': registry.contentType } })
})
