import { createHmac } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expectAccessible } from './support/expectAccessible'
import { messageRows } from './support/shownRecipients'
import { expect, test } from './support/test'

test.use({ house: 'mapping', trace: 'off' })

const SECRET = 'pelican-secret-0001'
const SAMPLE_ID = 'pel-0001'

/** What the invented provider sends: reports within batches, and times on the clocks of Berlin. */
function bodyOf(id: string, state: string, doneAt: string, code = 0): string {
  const report = { message: { id, ref: 'order-7' }, to: '447700900123', state, reason: { code }, doneAt }
  return JSON.stringify({ data: { route: 'gold', batches: [{ from: 'ACME', reports: [report] }] } })
}

function signatureOf(body: string, seconds: number): string {
  const signature = createHmac('sha256', SECRET).update(`${seconds}.${body}`).digest('hex')
  return `t=${seconds},v1=${signature}`
}

async function call(url: string, body: string, seconds = Math.floor(Date.now() / 1000)): Promise<number> {
  const headers = { 'content-type': 'application/json', 'x-pelican-signature': signatureOf(body, seconds) }
  return (await fetch(url, { method: 'POST', headers, body })).status
}

/** A moment as the clocks of Berlin show it: "25.11.2026 14:05:09". */
function inBerlin(at: Date): string {
  const parts = new Intl.DateTimeFormat('de-DE', {
    timeZone: 'Europe/Berlin',
    dateStyle: 'medium',
    timeStyle: 'medium',
  })
  return parts.format(at).replace(',', '')
}

function sampleOf(): string {
  const body = bodyOf(SAMPLE_ID, 'DELIVERED', '25.11.2026 14:05:09')
  return [
    'POST /their/test HTTP/1.1',
    'Content-Type: application/json',
    `X-Pelican-Signature: ${signatureOf(body, 1795612000)}`,
    '',
    body,
  ].join('\n')
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

test('a provider that nobody knows is connected from a pasted sample, without code', async ({ page, desk }) => {
  await page.goto('/connections')
  await page.getByRole('button', { name: 'Connect a provider' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /^Another provider/ }).click()
  await dialog.getByLabel('Name').fill('Pelican SMS')
  await dialog.getByRole('button', { name: 'Add connection' }).click()
  await page.waitForURL(/\/connections\/[0-9a-z]+\/mapping/)
  const id = /connections\/([0-9a-z]+)\/mapping/.exec(page.url())?.[1] ?? ''
  const url = `${desk.app.url}/api/callbacks/custom/${id}`

  await page.getByRole('button', { name: 'Paste a sample' }).click()
  await page.getByRole('dialog').getByLabel('Request').fill(sampleOf())
  await page.getByRole('button', { name: 'Use it' }).click()

  // The list, the fields, the kind of proof and a word were guessed, and are marked as guesses.
  await expect(page.getByText('guess', { exact: true }).first()).toBeVisible()
  await expect(page.getByLabel('Header with the signature')).toHaveValue('x-pelican-signature')
  await expect(page.getByLabel('What is signed')).toHaveValue('{timestamp}.{body}')
  await page.getByLabel('Signing secret').fill(SECRET)
  await expect(page.getByText('Verified: the signature fits.', { exact: false })).toBeVisible()

  await page.getByRole('tab', { name: /^Where things are/ }).click()
  await expect(page.getByLabel('The list is at')).toHaveValue('/data/batches')
  await expect(page.getByLabel('A list within each entry (may be left out)')).toHaveValue('/reports')
  await expect(page.getByLabel('Place of Message id', { exact: true })).toHaveValue('/message/id')
  await page.getByRole('button', { name: /^Leave out Message id/ }).click()
  await expect(page.getByText('Say where the message id is', { exact: false })).toHaveCount(0)
  await page.getByRole('button', { name: 'Message id', exact: true }).click()
  await page.getByRole('button', { name: /^pel-0001 at/ }).click()
  await expect(page.getByLabel('Place of Message id', { exact: true })).toHaveValue('/message/id')

  await page.getByRole('tab', { name: /^Status words/ }).click()
  await expect(page.getByLabel('Word 1', { exact: true })).toHaveValue('DELIVERED')
  await page.getByLabel('New word', { exact: true }).fill('FAILED')
  await choose(page, 'Meaning of the new word', 'Undelivered')

  await page.getByRole('tab', { name: /^Error codes/ }).click()
  await page.getByLabel('New code', { exact: true }).fill('27')
  await choose(page, 'Meaning of the new code', 'Phone off or out of reach')

  await page.getByRole('tab', { name: /^Time/ }).click()
  await expect(page.getByLabel('Pattern', { exact: true })).toHaveValue('dd.MM.yyyy HH:mm:ss')
  await page.getByLabel('Time zone of times without an offset').fill('Europe/Berlin')
  await expect(page.getByText('The sample says 2026-11-25 13:05:09 UTC.')).toBeVisible()
  await expect(page.getByText('Draft saved')).toBeVisible()

  // A callback that comes before it is switched on is kept, shown, and applied afterwards.
  const early = new Date(Date.now() - 60_000)
  expect(await call(url, bodyOf('pel-early', 'FAILED', inBerlin(early), 27))).toBe(202)
  await expect(page.getByRole('combobox', { name: 'Which callback' })).toBeVisible()

  await page.getByRole('button', { name: 'Switch on', exact: true }).click()
  const switching = page.getByRole('dialog')
  await expect(switching).toContainText('beginning with the 1 callback that waits')
  await switching.getByLabel('Your name').fill('Ada')
  await switching.getByRole('button', { name: 'Switch on' }).click()
  await expect(page.getByText('1 callback that waited is being applied', { exact: false })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('is read by its mapping')

  const body = bodyOf('pel-0002', 'DELIVERED', inBerlin(new Date(Date.now() - 5_000)))
  expect(await call(url, body)).toBe(200)
  expect(await call(url, body.replace('pel-0002', 'pel-0003'), 1795612000)).toBe(403)
  const tampered = await fetch(url, {
    method: 'POST',
    headers: { 'x-pelican-signature': signatureOf(body, Math.floor(Date.now() / 1000)) },
    body: body.replace('DELIVERED', 'FAILED'),
  })
  expect(tampered.status).toBe(403)

  await page.goto('/messages?q=%2B447700900123')
  await expect(messageRows(page)).toHaveCount(2)
  await expect(page.getByText('Phone off or out of reach').first()).toBeVisible()
  const { items } = await desk.api<{ items: Record<string, unknown>[] }>('/api/v1/messages?q=%2B447700900123')
  expect(items).toContainEqual(
    expect.objectContaining({ providerMessageId: 'pel-0002', status: 'delivered', clientReference: 'order-7' }),
  )
  expect(items).toContainEqual(
    expect.objectContaining({ providerMessageId: 'pel-early', status: 'undelivered', errorCode: '27' }),
  )
  const delivered = items.find(({ providerMessageId }) => providerMessageId === 'pel-0002')
  expect(Math.abs(Date.parse(String(delivered?.['occurredAt'])) - Date.now())).toBeLessThan(60_000)
})

test('what is missing is named at its field, and keeps the mapping from being switched on', async ({ page, desk }) => {
  const created = await desk.api<{ id: string }>('/api/v1/connections', { adapter: 'custom', name: 'Half described' })
  await page.goto(`/connections/${created.id}/mapping?step=fields`)
  await expect(page.getByRole('button', { name: 'Switch on', exact: true })).toBeDisabled()
  await expect(page.getByText('Say where the status is.')).toBeVisible()
  await page.getByLabel('Place of Status', { exact: true }).fill('status')
  await expect(page.getByText('This is no JSON pointer', { exact: false }).first()).toBeVisible()
  await page.getByLabel('Place of Status', { exact: true }).fill('/status')
  await expect(page.getByText('This is no JSON pointer', { exact: false })).toHaveCount(0)
  await expect(page.getByText('Draft saved')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Place of Status', { exact: true })).toHaveValue('/status')
  const refused = await fetch(`${desk.app.url}/api/v1/connections/${created.id}/mapping/switch-on`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ author: 'Ada' }),
  })
  expect(refused.status).toBe(422)
  const problem = (await refused.json()) as { errors: { field: string }[] }
  expect(problem.errors.map(({ field }) => field)).toEqual(['fields.messageId', 'statuses'])
})

test('the editor is accessible in both themes, at a desk and on a phone', async ({ page, desk }) => {
  const created = await desk.api<{ id: string }>('/api/v1/connections', { adapter: 'custom', name: 'Looked at' })
  expect(
    await call(`${desk.app.url}/api/callbacks/custom/${created.id}`, bodyOf('a', 'ODD', '01.01.2026 10:00:00')),
  ).toBe(202)
  for (const step of ['proof', 'fields', 'statuses', 'errors', 'time']) {
    await page.goto(`/connections/${created.id}/mapping?step=${step}`)
    await expect(page.getByRole('group', { name: 'Body of the sample' })).toBeVisible()
    await expectAccessible(page)
  }
})
