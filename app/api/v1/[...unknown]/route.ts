import { HttpProblem } from '@/lib/http/HttpProblem'
import { route } from '@/lib/http/route'

/** What no other route answers gets a problem too, not a page. */
const nothingHere = route({}, async ({ request }) => {
  const { pathname } = new URL(request.url)
  throw new HttpProblem(
    404,
    'Not found',
    `There is nothing at ${pathname}. See /api/v1/openapi.json for what there is.`,
  )
})

export { nothingHere as DELETE, nothingHere as GET, nothingHere as PATCH, nothingHere as POST, nothingHere as PUT }
