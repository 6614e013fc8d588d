import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expectAccessible } from './support/expectAccessible'
import { expect, test } from './support/test'

/** After a change stored messages are looked at a second time, 20 s after the first. */
const SECOND_LOOK_MS = 45_000

test.describe.configure({ timeout: 120_000 })
test.beforeAll(({ desk }) => desk.removeAll())

async function openDictionary(page: Page, query = ''): Promise<void> {
  await page.goto(`/codes${query}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('explained')
}

const entry = (page: Page, code: string) =>
  page.getByRole('region', { name: 'Code dictionary' }).getByRole('button', { name: code, exact: false }).first()

test('a word that nobody knows is taught from the inbox, and its text is delivered', async ({ page, desk }) => {
  const connection = await desk.connect('twilio', 'Taught', { authToken: '1'.repeat(32) })
  const word = `teleported-${randomUUID().slice(0, 8)}`
  const sent = await desk.send(connection, { messageId: 'SMtaught', word, recipient: '+447700900455' })
  expect(sent).toBeLessThan(300)
  const path = `/api/v1/messages?connection=${connection.id}`
  expect((await desk.api<{ items: unknown[] }>(path)).items).toEqual([])

  await openDictionary(page)
  const inbox = page.getByRole('region', { name: 'New codes seen' })
  await expect(inbox).toContainText(word)
  await expect(inbox).toContainText('seen 1 time')

  // Put aside, and taken back at once.
  await inbox.getByRole('button', { name: 'Put aside' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(inbox.getByText(word)).toBeVisible()

  await inbox.getByRole('button', { name: 'Say what it means' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'The text is then' }).click()
  await page.getByRole('option', { name: 'Delivered', exact: true }).click()
  await dialog.getByLabel('In plain words').fill('It was beamed into the phone.')
  await dialog.getByRole('button', { name: 'Preview' }).click()
  await expect(dialog).toContainText('No stored message would change.')
  await expect(dialog).toContainText('1 callback in quarantine would be applied.')
  await dialog.getByLabel('Your name').fill('Ana')
  await dialog.getByRole('button', { name: 'Say so' }).click()
  await expect(dialog).toBeHidden()

  await expect(inbox).toBeHidden()
  await expect
    .poll(async () => (await desk.api<{ items: { status: string }[] }>(path)).items.map(({ status }) => status))
    .toEqual(['delivered'])
  await openDictionary(page, `?q=${word}`)
  await expect(entry(page, word)).toContainText('It was beamed into the phone.')
  await expect(entry(page, word)).toContainText('said here')
})

test('a code is judged otherwise after a preview, with progress, and undone exactly', async ({ page, desk }) => {
  const connection = await desk.connect('twilio', 'Judged again', { authToken: '2'.repeat(32) })
  await desk.sendAll(
    connection,
    Array.from({ length: 12 }, (_, index) => ({
      messageId: `SMjudged${index}`,
      word: index < 7 ? 'undelivered' : 'delivered',
      code: index < 7 ? '30005' : null,
      recipient: `+4477009005${String(index).padStart(2, '0')}`,
    })),
  )
  const classes = async () => {
    const { items } = await desk.api<{ items: { failureClass: string | null; id: string }[] }>(
      `/api/v1/messages?connection=${connection.id}&state=failed`,
    )
    return items.map(({ failureClass }) => failureClass)
  }
  const before = await classes()
  expect(before).toHaveLength(7)

  await openDictionary(page, '?provider=twilio&kind=error&q=30005')
  await entry(page, '30005').click()
  await expect(page.getByText('Engineering', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Say what it means here' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'The text is then' }).click()
  await page.getByRole('option', { name: 'Refused by provider' }).click()
  await dialog.getByRole('combobox', { name: 'Because' }).click()
  await page.getByRole('option', { name: 'Blocked by carrier' }).click()
  await dialog.getByRole('button', { name: 'Preview' }).click()
  await expect(dialog).toContainText('7 messages would change.')
  await expect(dialog).toContainText('7 messages would become refused by provider, blocked by carrier')
  await expectAccessible(page)
  await dialog.getByLabel('Your name').fill('Ben')
  await dialog.getByRole('button', { name: 'Say so' }).click()

  const jobs = page.getByRole('region', { name: 'Stored messages judged again' })
  await expect(jobs).toContainText('Code 30005 means rejected, blocked by carrier')
  await expect.poll(classes).toEqual(Array(7).fill('carrier_blocked'))
  await expect(jobs.getByText(/Done: \d+ messages checked, 7 messages changed\./)).toBeVisible({
    timeout: SECOND_LOOK_MS,
  })

  const [failed] = (
    await desk.api<{ items: { id: string }[] }>(`/api/v1/messages?connection=${connection.id}&state=failed`)
  ).items
  await page.goto(`/messages/${failed?.id}`)
  await expect(page.getByRole('region', { name: 'What to do' })).toContainText('Support')
  await page.getByRole('link', { name: 'Code 30005 in the dictionary' }).click()

  await expect(page.getByRole('region', { name: 'Said here' })).toContainText('Ben')
  await page.getByRole('button', { name: 'End what is said here' }).click()
  await expect(dialog).toContainText('7 messages would change.')
  await dialog.getByRole('button', { name: 'End it' }).click()
  await expect.poll(classes, { timeout: SECOND_LOOK_MS }).toEqual(before)
  await expect(page.getByRole('region', { name: 'Said here' })).toContainText('ended by Ben')
})

test('axe finds nothing on the dictionary, in both themes, on a desk and on a phone', async ({ page, desk }) => {
  const connection = await desk.connect('twilio', 'Strange', { authToken: '3'.repeat(32) })
  await desk.send(connection, { messageId: 'SMstrange', word: 'undelivered', code: '39999' })
  await openDictionary(page, '?provider=twilio&q=30003&open=twilio:error:30003')
  await expect(page.getByText('Marketing', { exact: true })).toBeVisible()
  await expect(page.getByRole('region', { name: 'New codes seen' })).toContainText('39999')
  await expectAccessible(page)
})
