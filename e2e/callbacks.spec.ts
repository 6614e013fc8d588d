import { expect, test } from './support/test'

const WRONG = '0'.repeat(32)
const RIGHT = '1'.repeat(32)

test.beforeAll(({ desk }) => desk.removeAll())

test('a wrong signature appears in quarantine, and is applied by a replay once the secret is right', async ({
  page,
  desk,
}) => {
  const connection = await desk.connect('twilio', 'Mistyped token', { authToken: WRONG })
  const provider = { ...connection, secrets: { authToken: RIGHT } }
  await page.goto(`/callbacks?connection=${connection.id}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/applied|arrived/)

  expect(await desk.send(provider, { messageId: 'SMreplayed', recipient: '+447700900888' })).toBe(403)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('1 callback waits in quarantine')
  const offer = page.getByRole('button', { name: '1 new – show' })
  const row = page.getByRole('table', { name: 'Callbacks, newest first' }).getByRole('row').nth(1)
  await expect(offer.or(row).first()).toBeVisible()
  if (await offer.isVisible()) await offer.click()
  await expect(row).toContainText('Refused')
  await expect(row).toContainText('Wrong signature')
  expect((await desk.api<{ items: unknown[] }>(`/api/v1/messages?connection=${connection.id}`)).items).toEqual([])

  // Still wrong: the replay says so and changes nothing.
  await page.getByRole('button', { name: 'Replay all 1 in quarantine' }).click()
  await expect(page.getByText('1 callback stays in quarantine: wrong signature.')).toBeVisible()

  await desk.correctSecrets(connection, { authToken: RIGHT })
  await page.getByRole('button', { name: 'Replay all 1 in quarantine' }).click()
  await expect(page.getByText('Applied. Nothing stays in quarantine.')).toBeVisible()
  await expect(row).toContainText('Resolved')
  await page.goto('/messages?q=%2B447700900888')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('landed')
})

test('what nobody can read is kept with its reason, and seen byte for byte', async ({ page, desk }) => {
  const connection = await desk.connect('landed', 'Strange words')
  expect(await desk.send(connection, { word: 'teleported', messageId: 'strange-1' })).toBe(204)
  await page.goto(`/callbacks?quarantined=open&connection=${connection.id}`)
  await page.getByRole('table', { name: 'Callbacks, newest first' }).getByRole('link').first().click()
  await expect(page).toHaveURL(/\/callbacks\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('region', { name: 'Quarantine' })).toContainText('authentic')
  await expect(page.getByLabel('Body as JSON')).toContainText('teleported')
})
