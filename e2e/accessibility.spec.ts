import type { Page } from '@playwright/test'
import type { Desk } from './support/Desk'
import { expectAccessible } from './support/expectAccessible'
import { sendDay } from './support/landingDay'
import { expect, test } from './support/test'

// axe names what it finds; recording its every step would take as long as the looking.
test.use({ trace: 'off' })

let paths: { message: string; callback: string; quarantined: string }

test.beforeAll(async ({ desk }) => {
  await desk.removeAll()
  const { clinic } = await sendDay(desk)
  await desk.sendAll(clinic, [
    { messageId: 'contradicted', word: 'delivered', recipient: '+447700900333' },
    { messageId: 'contradicted', word: 'failed', code: 'carrier_blocked', recipient: '+447700900333' },
  ])
  await desk.send({ ...clinic, secrets: { signingSecret: 'whsec_d3Jvbmc=' } })
  paths = {
    message: `/messages/${await firstId(desk, 'messages?q=%2B447700900333')}`,
    callback: `/callbacks/${await firstId(desk, 'callbacks')}`,
    quarantined: `/callbacks/${await firstId(desk, 'callbacks?quarantined=open')}`,
  }
})

async function firstId(desk: Desk, path: string): Promise<string> {
  const { items } = await desk.api<{ items: { id: string }[] }>(`/api/v1/${path}`)
  expect(items.length).toBeGreaterThan(0)
  return items[0]!.id
}

const screens: [name: string, path: () => string, seen: (page: Page) => Promise<void>][] = [
  [
    'the overview',
    () => '/?range=7d',
    (page) => expect(page.getByRole('table', { name: 'Newest receipts' })).toBeVisible(),
  ],
  [
    'the overview of a range without texts',
    () => '/?range=yesterday',
    (page) => expect(page.getByText('Nothing to draw in this range.')).toBeVisible(),
  ],
  ['the messages', () => '/messages', (page) => expect(page.getByText('That is all.')).toBeVisible()],
  [
    'a list without messages',
    () => '/messages?q=nobody',
    (page) => expect(page.getByText('No text matches', { exact: false }).first()).toBeVisible(),
  ],
  ['a message', () => paths.message, (page) => expect(page.getByText('contradicts the outcome')).toBeVisible()],
  ['the callbacks', () => '/callbacks', (page) => expect(page.getByRole('table')).toBeVisible()],
  ['a callback', () => paths.callback, (page) => expect(page.getByRole('region', { name: 'Headers' })).toBeVisible()],
  [
    'a callback in quarantine',
    () => paths.quarantined,
    (page) => expect(page.getByRole('region', { name: 'Quarantine' })).toBeVisible(),
  ],
  [
    'the connections',
    () => '/connections',
    (page) => expect(page.getByRole('heading', { name: 'Clinic texts' })).toBeVisible(),
  ],
  [
    'the choice of a provider',
    () => '/connections?add=choose',
    (page) => expect(page.getByRole('dialog')).toBeVisible(),
  ],
  [
    'the form of a provider',
    () => '/connections?add=vonage-sms',
    (page) => expect(page.getByRole('dialog').getByLabel('Name')).toBeVisible(),
  ],
]

for (const [name, path, seen] of screens) {
  test(`axe finds nothing on ${name}, in both themes, on a desk and on a phone`, async ({ page }) => {
    await page.goto(path())
    await seen(page)
    await expectAccessible(page)
  })
}

test.describe('a page that does not exist', () => {
  // Chromium reports the 404 of the page itself.
  test.use({ expectedErrors: [/404/] })

  test('axe finds nothing on it', async ({ page }) => {
    await page.goto('/messages/999999999')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page)
  })
})
