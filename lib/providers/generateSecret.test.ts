import { expect, test } from 'vitest'
import { generateSecret } from './generateSecret'

test('tokens are URL-safe, long and never the same', () => {
  const tokens = Array.from({ length: 100 }, () => generateSecret('kannel', 'token'))
  expect(new Set(tokens).size).toBe(100)
  for (const token of tokens) expect(token).toMatch(/^[\w-]{32}$/)
})

test('the signing secret of the landed format is what Standard Webhooks libraries expect', () => {
  const secret = generateSecret('landed', 'signingSecret')
  expect(secret).toMatch(/^whsec_/)
  expect(Buffer.from(secret.slice(6), 'base64')).toHaveLength(24)
})
