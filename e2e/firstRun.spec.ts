import { expectAccessible } from './support/expectAccessible'
import { expect, test } from './support/test'

// A database of its own, in which nothing has ever been.
test.use({ house: 'empty', trace: 'off' })

test('an empty database guides to a provider', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No provider is connected yet, so no text is known.')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Twilio' }).click()
  await expect(page).toHaveURL(/\/connections\?add=twilio$/)
  await expect(page.getByRole('dialog', { name: 'Connect Twilio' })).toBeVisible()
})

test('the other screens of an empty database are calm', async ({ page }) => {
  for (const path of ['/messages', '/callbacks', '/connections']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^No /)
    await expectAccessible(page)
  }
})

test('sample traffic makes the overview appear and its figures move', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Send 300 sample texts' }).click()
  const settledOf = page.getByText(/^settled of \d+$/)
  await expect(settledOf).toBeVisible({ timeout: 15_000 })
  const total = async () => Number((await settledOf.textContent())?.match(/\d+/)?.[0])
  const first = await total()
  await expect.poll(total, { timeout: 15_000 }).toBeGreaterThan(first)
  const second = await total()
  await expect.poll(total, { timeout: 15_000 }).toBeGreaterThan(second)
})
