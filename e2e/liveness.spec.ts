import type { Page } from '@playwright/test'
import { signal } from '../test/app/processTree'
import { sendDay, type Day } from './support/landingDay'
import { expect, test } from './support/test'

// The server is stopped here, so it is one of our own.
test.use({
  house: 'stopped',
  expectedErrors: [/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/],
})

let day: Day

test.beforeAll(async ({ desk }) => {
  day = await sendDay(desk)
})

const pill = (page: Page, words: string) => page.getByRole('button', { name: new RegExp(`^${words}\\b`) })
const delivered = (page: Page, count: number) => page.getByRole('link', { name: `${count} delivered texts` })

/** More than the silence after which nothing may be called live, and than the longest pause before another try. */
const A_WHILE_MS = 20_000

// The server is really gone; only the waiting of the browser is shortened.
test.beforeEach(({ page }) => page.clock.install())

test('the pill says when the server is gone, and the page catches up when it is back', async ({ page, desk }) => {
  await page.goto('/?range=7d')
  await expect(pill(page, 'Live')).toBeVisible()
  await expect(delivered(page, 9)).toBeVisible()

  signal(desk.app.serverPid, 'SIGKILL')
  await expect(pill(page, 'Behind')).toBeVisible()
  await page.clock.fastForward(A_WHILE_MS)
  await expect(pill(page, 'Offline')).toBeVisible()
  // The figures that were known stay on the screen.
  await expect(delivered(page, 9)).toBeVisible()

  await desk.app.ensureRunning()
  await desk.sendAll(day.clinic, [{ recipient: '+447700900444' }])
  await page.clock.fastForward(A_WHILE_MS)
  await expect(pill(page, 'Live')).toBeVisible({ timeout: 15_000 })
  await expect(delivered(page, 10)).toBeVisible()
})

test('a server that hangs is not called live', async ({ page, desk }) => {
  await page.goto('/?range=7d')
  await expect(pill(page, 'Live')).toBeVisible()
  const server = desk.app.serverPid
  signal(server, 'SIGSTOP')
  try {
    await page.clock.fastForward(A_WHILE_MS)
    await expect(pill(page, 'Behind')).toBeVisible()
  } finally {
    signal(server, 'SIGCONT')
  }
  await expect(pill(page, 'Live')).toBeVisible({ timeout: 20_000 })
})
