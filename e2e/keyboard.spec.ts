import { messageRows } from './support/shownRecipients'
import { sendDay } from './support/landingDay'
import { expect, test } from './support/test'

test.beforeAll(async ({ desk }) => {
  await desk.removeAll()
  await sendDay(desk)
})

test('the first Tab leads past the navigation to the content', async ({ page }) => {
  await page.goto('/messages')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('main')).toBeFocused()
})

test('from the overview to a raw callback without a mouse', async ({ page }) => {
  await page.goto('/?range=7d')
  await expect(page.getByRole('link', { name: /failed texts$/ })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('m')
  await expect(page).toHaveURL(/\/messages$/)
  await expect(messageRows(page)).toHaveCount(20)
  await page.keyboard.press('j')
  await expect(messageRows(page).nth(0)).toBeFocused()
  await page.keyboard.press('j')
  await expect(messageRows(page).nth(1)).toBeFocused()
  await page.keyboard.press('k')
  await expect(messageRows(page).nth(0)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/messages\/\d+$/)
  await page
    .getByRole('link', { name: /^Raw callback of/ })
    .first()
    .focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/callbacks\/[0-9a-f-]{36}$/)
})

test('search, the list of keys and the theme have a key each; typing is left alone', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/messages')
  await expect(messageRows(page)).toHaveCount(20)
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Keys' })
  await expect(keys).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(keys).toBeHidden()
  await page.keyboard.press('t')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.keyboard.press('t')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await page.keyboard.press('/')
  const search = page.getByRole('searchbox', { name: 'Search a number, message id or reference' })
  await expect(search).toBeFocused()
  await page.keyboard.type('t?gm')
  await expect(search).toHaveValue('t?gm')
  await expect(page).toHaveURL(/\/messages$/)
})

test('the bars of the chart can be read and followed by key', async ({ page }) => {
  await page.goto('/?range=7d')
  const chart = page.getByRole('region', { name: 'Texts by time sent' })
  await expect(chart).toBeVisible()
  await page.getByRole('link', { name: /delivered texts$/ }).focus()
  const isInside = () => chart.evaluate((element) => element.contains(document.activeElement))
  for (let presses = 0; presses < 20 && !(await isInside()); presses++) await page.keyboard.press('Tab')
  expect(await isInside()).toBe(true)
})
