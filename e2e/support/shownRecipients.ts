import type { Locator, Page } from '@playwright/test'

/** The links of the rows of the list of messages. */
export function messageRows(page: Page): Locator {
  return page.getByRole('table', { name: 'Messages, newest first' }).locator('a[data-row-link]')
}

/** The recipients of the rows that the list of messages shows, in E.164, in their order. */
export async function shownRecipients(page: Page): Promise<string[]> {
  const labels = await messageRows(page).evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')))
  return labels.map((label) => /to (\+[\d ()-]+)/.exec(label ?? '')?.[1]?.replace(/[^+\d]/g, '') ?? '')
}
