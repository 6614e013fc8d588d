import { newCodeDismiss } from '@/lib/contracts/codes'
import { dismissNewCode } from '@/lib/dictionary/dismissNewCode'
import { newCodes } from '@/lib/dictionary/newCodes'
import { route } from '@/lib/http/route'

const list = async () => ({ asOf: new Date().toISOString(), items: await newCodes() })

export const GET = route({}, list)

export const POST = route({ body: newCodeDismiss }, async ({ body }) => {
  await dismissNewCode(body)
  return list()
})
