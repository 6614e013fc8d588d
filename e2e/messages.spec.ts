import type { Page } from '@playwright/test'
import type { PlayedConnection } from './support/Desk'
import { messageRows, shownRecipients } from './support/shownRecipients'
import { expect, test } from './support/test'

const TEXTS = 120
let busy: PlayedConnection
let other: PlayedConnection

const number = (index: number) => `+4477009${String(index).padStart(5, '0')}`

test.beforeAll(async ({ desk }) => {
  await desk.removeAll()
  busy = await desk.connect('landed', 'Busy account')
  other = await desk.connect('landed', 'Other account')
  const now = Math.floor(Date.now() / 1000) * 1000
  // One a second, the newest first: the order of the list is known.
  await desk.sendAll(
    busy,
    Array.from({ length: TEXTS }, (_, index) => ({ recipient: number(index), occurredAt: now - index * 1000 })),
  )
  await desk.sendAll(other, [
    { recipient: '+447700900900', word: 'failed', code: 'carrier_blocked', reference: 'invoice-17' },
  ])
})

const listOf = (connection: PlayedConnection) => `/messages?connection=${connection.id}`
const state = (page: Page, name: string) =>
  page
    .getByRole('group', { name: 'State' })
    .or(page.getByRole('radiogroup', { name: 'State' }))
    .getByText(name)

test('pages through the list by keys: no row twice, none left out', async ({ page }) => {
  await page.goto(listOf(busy))
  await expect(messageRows(page)).toHaveCount(50)
  const first = await shownRecipients(page)
  expect(first).toEqual(Array.from({ length: 50 }, (_, index) => number(index)))
  await page.getByRole('button', { name: 'Load 50 more' }).click()
  await expect(messageRows(page)).toHaveCount(100)
  await page.getByRole('button', { name: 'Load 50 more' }).click()
  await expect(page.getByText('That is all.')).toBeVisible()
  expect(await shownRecipients(page)).toEqual(Array.from({ length: TEXTS }, (_, index) => number(index)))
})

test('a text that arrives while somebody pages pushes no row about; it is offered', async ({ page, desk }) => {
  await page.goto(listOf(busy))
  await expect(messageRows(page)).toHaveCount(50)
  await desk.sendAll(busy, [{ recipient: '+447700999999', messageId: 'arrives-while-paging' }])
  const offer = page.getByRole('button', { name: '1 new – show' })
  await expect(offer).toBeVisible()
  expect((await shownRecipients(page))[0]).toBe(number(0))
  await page.getByRole('button', { name: 'Load 50 more' }).click()
  await expect(messageRows(page)).toHaveCount(100)
  expect(await shownRecipients(page)).toEqual(Array.from({ length: 100 }, (_, index) => number(index)))
  await offer.click()
  await expect.poll(async () => (await shownRecipients(page))[0]).toBe('+447700999999')
})

test('filters stand in the address bar, combine, and come off one by one', async ({ page }) => {
  await page.goto('/messages')
  await state(page, 'Failed').click()
  await expect(page).toHaveURL(/state=failed/)
  await expect.poll(() => shownRecipients(page)).toEqual(['+447700900900'])
  await page.getByRole('combobox', { name: 'Connection' }).click()
  await page.getByRole('option', { name: busy.name }).click()
  await expect(page).toHaveURL(new RegExp(`connection=${busy.id}`))
  await expect(messageRows(page)).toHaveCount(0)
  await page.getByRole('button', { name: /^Remove filter .*Busy account$/ }).click()
  await expect.poll(() => shownRecipients(page)).toEqual(['+447700900900'])
  await page.getByRole('combobox', { name: 'Reason of failure' }).click()
  await page.getByRole('option', { name: 'Number not in service' }).click()
  await expect(messageRows(page)).toHaveCount(0)
  await page.goBack()
  await expect.poll(() => shownRecipients(page)).toEqual(['+447700900900'])
})

test('finds a text by number, however it is written, and by reference', async ({ page }) => {
  await page.goto('/messages')
  const search = page.getByRole('searchbox', { name: 'Search a number, message id or reference' })
  for (const text of ['+44 7700 900900', '+447700900900', 'invoice-17']) {
    await search.fill(text)
    await search.press('Enter')
    await expect(page).toHaveURL(new RegExp(`q=${encodeURIComponent(text).replaceAll('%20', '(%20|\\+)')}`))
    await expect.poll(() => shownRecipients(page)).toEqual(['+447700900900'])
  }
  await search.fill('+447700911111')
  await search.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('No text matches')
})

test('one message: both clocks, the deciding receipt, a repeat, and the raw callback', async ({ page, desk }) => {
  const at = Math.floor(Date.now() / 1000) * 1000 - 90_000
  const text = { messageId: 'told-in-full', recipient: '+447700900777', reference: 'visit-99' }
  await desk.sendAll(busy, [{ ...text, word: 'sent', occurredAt: at }])
  await desk.sendAll(busy, [{ ...text, word: 'delivered', occurredAt: at + 30_000 }])
  await desk.sendAll(busy, [{ ...text, word: 'delivered', occurredAt: at + 30_000 }])
  await page.goto('/messages?q=visit-99')
  await messageRows(page).click()
  await expect(page).toHaveURL(/\/messages\/\d+$/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/landed|delivered/i)

  const timeline = page.getByRole('table', { name: 'Receipts in the order of arrival' })
  for (const clock of ['Provider’s clock', 'Our clock'])
    await expect(timeline.getByRole('columnheader', { name: clock })).toBeVisible()
  const rows = timeline.getByRole('row')
  await expect(rows).toHaveCount(3)
  await expect(rows.nth(1)).toContainText('Sent to carrier')
  const decisive = rows.nth(2)
  await expect(decisive).toContainText('decides')
  await expect(decisive).toContainText('1 more time, counted once')
  const times = await decisive.locator('time').evaluateAll((all) => all.map((each) => each.getAttribute('datetime')))
  expect(times[0]).toBe(new Date(at + 30_000).toISOString())
  expect(Date.parse(times[1] ?? '')).toBeGreaterThan(at + 80_000)

  await decisive.getByRole('link', { name: 'Raw callback of “delivered”' }).click()
  await expect(page).toHaveURL(/\/callbacks\/[0-9a-f-]{36}$/)
  await expect(page.getByLabel('Body as JSON')).toContainText('"told-in-full"')
  await page.getByText('Raw', { exact: true }).click()
  await expect(page.getByLabel('Body as it came')).toContainText('"providerMessageId":"told-in-full"')
})
