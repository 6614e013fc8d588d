import { sampleRequest } from '@/lib/contracts/connection'
import { sendSampleTraffic } from '@/lib/demo/sendSampleTraffic'
import { route } from '@/lib/http/route'

export const POST = route({ body: sampleRequest }, async ({ body }) =>
  Response.json(await sendSampleTraffic(body), { status: 202 }),
)
