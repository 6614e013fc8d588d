import { defineConfig } from '@playwright/test'
import { findBrowser } from './scripts/findBrowser'

const { executablePath, args } = await findBrowser()

/** Each test file starts the servers that it needs itself (see e2e/), over the build of `npm test`. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // Live pages, a server and PostgreSQL share the machine: one page at a time measures the product, not the machine.
  workers: 1,
  timeout: 60_000,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list']],
  use: {
    launchOptions: { executablePath, args },
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
    trace: 'retain-on-failure',
  },
})
