import { expect, test } from './support/test'

const TOKEN = 'c'.repeat(32)

test('adding a connection shows its URL and waits until the first callback is received', async ({ page, desk }) => {
  await page.goto('/connections')
  await page.getByRole('button', { name: 'Connect a provider' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /^Twilio/ }).click()
  await dialog.getByLabel('Name').fill('Twilio of the clinic')
  await dialog.getByLabel(/^Auth token/i).fill(TOKEN)
  await dialog.getByRole('button', { name: 'Add connection' }).click()

  const url = await dialog.getByLabel('callback URL', { exact: true }).textContent()
  expect(url).toMatch(new RegExp(`^${desk.app.url}/api/callbacks/twilio/[0-9a-z]+$`))
  await expect(dialog.getByRole('status')).toContainText('Waiting for the first callback')

  const callbackUrl = url ?? ''
  const played = { id: '', name: '', provider: 'twilio' as const, callbackUrl, secrets: { authToken: 'wrong' } }
  expect(await desk.send(played)).toBe(403)
  await expect(dialog.getByRole('status')).toContainText('A callback arrived but was refused')
  expect(await desk.send({ ...played, secrets: { authToken: TOKEN } })).toBe(204)
  await expect(dialog.getByRole('status')).toContainText('Received: the connection works.')

  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toBeHidden()
  const connections = page.getByRole('region', { name: 'Your connections' })
  await expect(connections.getByRole('heading', { name: 'Twilio of the clinic' })).toBeVisible()
})

test('a secret that is missing is named at its field', async ({ page }) => {
  await page.goto('/connections?add=twilio')
  const dialog = page.getByRole('dialog')
  const token = dialog.getByLabel(/^Auth token/i)
  await dialog.getByRole('button', { name: 'Add connection' }).click()
  await expect(token).toBeFocused()
  expect(await token.evaluate((input: HTMLInputElement) => input.validity.valueMissing)).toBe(true)
})

test('removing a connection asks for its name and takes its texts along', async ({ page, desk }) => {
  const connection = await desk.connect('landed', 'To be removed')
  await desk.sendAll(connection, [{ recipient: '+447700900222' }])
  await page.goto('/connections')
  await page.getByRole('button', { name: 'More about To be removed' }).click()
  await page.getByRole('menuitem', { name: 'Remove…' }).click()
  const dialog = page.getByRole('dialog')
  const remove = dialog.getByRole('button', { name: /^Remove/ })
  await expect(remove).toBeDisabled()
  await dialog.getByRole('textbox').fill('To be removed')
  await remove.click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('heading', { name: 'To be removed' })).toBeHidden()
  const { items } = await desk.api<{ items: unknown[] }>('/api/v1/messages?q=%2B447700900222')
  expect(items).toEqual([])
  expect(await desk.send(connection)).toBe(404)
})
