import { expect, test as base } from '@playwright/test'
import { freePort } from '../../test/app/freePort'
import { Desk } from './Desk'

interface WorkerFixtures {
  /** Files that name another house get an app of their own: they stop it, or begin with an empty database. */
  house: string
  desk: Desk
}

interface TestFixtures {
  /** Errors that a page may print, for tests that take the server away. */
  expectedErrors: RegExp[]
  quietConsole: void
}

/** A browser test beside the real app with an embedded PostgreSQL of its own. Fails on any error in the console. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  house: ['shared', { option: true, scope: 'worker' }],
  desk: [
    async ({ house }, use) => {
      const desk = new Desk(await freePort())
      try {
        await desk.app.start()
        await use(desk)
      } finally {
        expect(await desk.close(), `processes left behind by ${house}`).toEqual([])
      }
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  baseURL: async ({ desk }, use) => use(desk.app.url),
  expectedErrors: [[], { option: true }],
  quietConsole: [
    async ({ page, expectedErrors }, use) => {
      const errors: string[] = []
      page.on(
        'console',
        (message) => message.type() === 'error' && errors.push(`${message.text()} (${message.location().url})`),
      )
      page.on('pageerror', (error) => errors.push(String(error.stack ?? error)))
      await use()
      expect(errors.filter((text) => !expectedErrors.some((expected) => expected.test(text)))).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
