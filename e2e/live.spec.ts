import { DAY, sendDay, type Day, type DayText } from './support/landingDay'
import { shownRecipients } from './support/shownRecipients'
import { expect, test } from './support/test'
import type { Page } from '@playwright/test'

let day: Day

// A range that no midnight cuts.
const OVERVIEW = '/?range=7d'

test.beforeAll(async ({ desk }) => {
  await desk.removeAll()
  day = await sendDay(desk)
})

const legend = (page: Page, state: string) => page.getByRole('link', { name: new RegExp(`^\\d+ ${state} texts$`) })
/** As assistive technology reads it; the drawn digits may still be running. */
const count = async (page: Page, state: string) => Number(/\d+/.exec(await legend(page, state).ariaSnapshot())?.[0])
const recipientsOf = (matches: (text: DayText) => boolean) => DAY.filter(matches).map(({ recipient }) => recipient)

/** The list must be complete and hold exactly these numbers, each once. */
async function expectRows(page: Page, recipients: string[]): Promise<void> {
  await expect(page).toHaveURL(/\/messages\?/)
  await expect(page.getByText('That is all.')).toBeVisible()
  await expect.poll(async () => (await shownRecipients(page)).sort()).toEqual([...recipients].sort())
}

test.describe('a figure leads to exactly the rows that it counts', () => {
  const states = [
    ['delivered', 'delivered'],
    ['failed', 'failed'],
    ['unconfirmed', 'unknown'],
    ['pending', 'sent'],
  ] as const
  for (const [state, word] of states) {
    test(`the count of ${state} texts, and their part of the landing bar`, async ({ page }) => {
      const expected = recipientsOf((text) => text.word === word)
      await page.goto(OVERVIEW)
      await expect(legend(page, state)).toHaveAccessibleName(`${expected.length} ${state} texts`)
      await legend(page, state).click()
      await expectRows(page, expected)
      await page.goBack()
      const bar = page.getByRole('navigation', { name: 'All texts by state' })
      await bar.getByRole('link', { name: new RegExp(`^${state}: ${expected.length} texts,`, 'i') }).click()
      await expectRows(page, expected)
    })
  }

  test('a reason of failure', async ({ page }) => {
    const expected = recipientsOf((text) => text.reason === 'unreachable_handset')
    await page.goto(OVERVIEW)
    await page.getByRole('link', { name: new RegExp(`^Phone off or out of reach ?${expected.length}\\b`) }).click()
    await expectRows(page, expected)
  })

  test('all that failed', async ({ page }) => {
    await page.goto(OVERVIEW)
    await page.getByRole('link', { name: 'All that failed' }).click()
    await expectRows(
      page,
      recipientsOf((text) => text.word === 'failed'),
    )
  })

  test('a connection', async ({ page }) => {
    await page.goto(OVERVIEW)
    const table = page.getByRole('region', { name: 'Connections' })
    await table.getByRole('link', { name: day.marketing.name, exact: true }).click()
    await expectRows(
      page,
      recipientsOf((text) => text.connection === 'marketing'),
    )
  })

  test('a carrier', async ({ page, desk }) => {
    const { carriers } = await desk.api<{ carriers: { key: string; label: string }[] }>(
      `/api/v1/metrics/summary?${weekQuery()}`,
    )
    const carrier = carriers.find(({ key }) => key === '23415')
    expect(carrier).toBeDefined()
    await page.goto(OVERVIEW)
    const table = page.getByRole('region', { name: 'Carriers' })
    await table.getByRole('link', { name: carrier!.label, exact: true }).click()
    await expectRows(
      page,
      recipientsOf((text) => text.network === '23415'),
    )
  })
})

test('the overview narrowed to one connection counts that one alone', async ({ page }) => {
  await page.goto(OVERVIEW)
  await page.getByRole('combobox', { name: 'Connection' }).click()
  await page.getByRole('option', { name: day.clinic.name }).click()
  await expect(page).toHaveURL(new RegExp(`connection=${day.clinic.id}`))
  const expected = recipientsOf((text) => text.connection === 'clinic' && text.word === 'delivered')
  await expect(legend(page, 'delivered')).toHaveAccessibleName(`${expected.length} delivered texts`)
  await legend(page, 'delivered').click()
  await expectRows(page, expected)
})

test('a callback that arrives while the overview is open changes its figures within a second, without a reload', async ({
  page,
  desk,
}) => {
  await page.goto(OVERVIEW)
  await expect(page.getByRole('button', { name: /^Live\b/ })).toBeVisible()
  const before = await count(page, 'delivered')
  await page.evaluate(() => Object.assign(window, { untouched: true }))
  const status = await desk.send(day.clinic, { recipient: '+447700900555', network: '23410' })
  expect(status).toBe(204)
  await expect(legend(page, 'delivered')).toHaveAccessibleName(`${before + 1} delivered texts`, { timeout: 1_000 })
  const newest = page.getByRole('table', { name: 'Newest receipts' }).getByRole('row').nth(1)
  await expect(newest).toContainText('via Clinic texts')
  expect(await page.evaluate(() => 'untouched' in window)).toBe(true)
})

test('what arrives after the page was made and before its stream is open is shown too', async ({ page, desk }) => {
  let open = () => {}
  const sent = new Promise<void>((resolve) => (open = resolve))
  await page.route('**/api/live', async (route) => {
    await sent
    await route.continue()
  })
  await page.goto(OVERVIEW)
  const before = await count(page, 'delivered')
  await desk.sendAll(day.clinic, [{ recipient: '+447700900557' }])
  open()
  await expect(legend(page, 'delivered')).toHaveAccessibleName(`${before + 1} delivered texts`)
})

test('a receipt moves its text from pending to delivered', async ({ page, desk }) => {
  const text = { messageId: 'moves-from-pending', recipient: '+447700900556' }
  await desk.sendAll(day.clinic, [{ ...text, word: 'sent' }])
  await page.goto(OVERVIEW)
  const [pending, delivered] = [await count(page, 'pending'), await count(page, 'delivered')]
  await desk.sendAll(day.clinic, [{ ...text, word: 'delivered' }])
  await expect(legend(page, 'pending')).toHaveAccessibleName(`${pending - 1} pending texts`)
  await expect(legend(page, 'delivered')).toHaveAccessibleName(`${delivered + 1} delivered texts`)
})

function weekQuery(): string {
  const now = Date.now()
  const quarter = 15 * 60_000
  const to = Math.ceil(now / quarter) * quarter
  return `from=${new Date(to - 7 * 86_400_000).toISOString()}&to=${new Date(to).toISOString()}`
}
