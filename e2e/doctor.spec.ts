import { expectAccessible } from './support/expectAccessible'
import { expect, test } from './support/test'

test.beforeAll(({ desk }) => desk.removeAll())

test('the doctor names the line that is wrong, one click applies it and replays what was refused', async ({
  page,
  desk,
}) => {
  const connection = await desk.connect('twilio', 'Behind a proxy', { authToken: '7'.repeat(32) })
  // A proxy in front of Landed speaks https, and PUBLIC_URL was not told.
  const proxied = { ...connection, callbackUrl: connection.callbackUrl.replace('http:', 'https:') }
  expect(await desk.send(proxied, { messageId: 'SMdoctor1', recipient: '+447700900777' })).toBe(403)
  expect(await desk.send(proxied, { messageId: 'SMdoctor2', recipient: '+447700900778' })).toBe(403)

  await page.goto(`/callbacks?quarantined=open&connection=${connection.id}`)
  await page.getByRole('table', { name: 'Callbacks, newest first' }).getByRole('link').first().click()
  const doctor = page.getByRole('region', { name: 'Why was it refused?' })
  await expect(doctor).toContainText('The provider calls by https; Landed believes that it is http.')
  await expect(doctor).toContainText(/PUBLIC_URL=https:\/\/localhost:\d+/)
  await expect(doctor).toContainText('It would make all 2 that wait for this connection verify.')
  await expectAccessible(page)

  await doctor.getByRole('button', { name: 'Apply to this connection, and replay 2 callbacks' }).click()
  await expect(doctor).toContainText('Applied to Behind a proxy')
  await page.goto('/messages?q=%2B447700900777')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('landed')
  expect(await desk.send(proxied, { messageId: 'SMdoctor3' })).toBe(204)
})

test('the doctor does not invent a cause for a forgery, and asks for the URL in the console', async ({
  page,
  desk,
}) => {
  const connection = await desk.connect('twilio', 'Forged', { authToken: '8'.repeat(32) })
  expect(await desk.send({ ...connection, secrets: { authToken: 'guess' } })).toBe(403)
  await page.goto(`/callbacks?quarantined=open&connection=${connection.id}`)
  await page.getByRole('table', { name: 'Callbacks, newest first' }).getByRole('link').first().click()
  const doctor = page.getByRole('region', { name: 'Why was it refused?' })
  await expect(doctor).toContainText('None of the usual causes explains it')
  await expect(doctor.getByRole('button', { name: /Apply/ })).toHaveCount(0)
  await doctor.getByLabel('The URL as it stands in the provider’s console').fill('https://elsewhere.example/hook')
  await doctor.getByRole('button', { name: 'Try with it' }).click()
  await expect(doctor).toContainText('With this URL it does not verify either.')
})
