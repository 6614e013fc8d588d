import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

export interface FoundBrowser {
  executablePath: string
  args: string[]
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * A Chromium to test with, without downloading one: LANDED_BROWSER, one installed on this machine, Playwright's own, or
 * the one inside the npm package @sparticuz/chromium (Linux x64).
 * @throws Error saying what to install
 */
export async function findBrowser(): Promise<FoundBrowser> {
  const given = process.env['LANDED_BROWSER']
  if (given && !existsSync(given)) throw new Error(`LANDED_BROWSER names ${given}, which does not exist.`)
  const found = [given, installed(), playwrights()].find((path) => path !== undefined)
  // Chromium's own sandbox does not start as root.
  if (found) return { executablePath: found, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] }
  if (process.platform === 'linux' && process.arch === 'x64') return fromPackage()
  throw new Error(
    'No browser to test with: install Chromium, run "npx playwright install chromium", or set LANDED_BROWSER.',
  )
}

function installed(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isExecutable)
}

function playwrights(): string | undefined {
  const path = chromium.executablePath()
  return existsSync(path) ? path : undefined
}

async function fromPackage(): Promise<FoundBrowser> {
  const { default: packed } = await import('@sparticuz/chromium')
  // Its own arguments are for a cloud function: one process and no graphics, which makes pages crash here.
  return { executablePath: await packed.executablePath(), args: ['--no-sandbox', '--disable-gpu'] }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
