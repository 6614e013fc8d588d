import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const WIDE = { width: 1280, height: 900 }
const PHONE = { width: 390, height: 844 }

/** axe finds nothing, in both themes, on a desk and on a phone; and nothing makes the phone scroll sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const size of [WIDE, PHONE]) {
    await page.setViewportSize(size)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
      await settled(page)
      // Legacy mode looks at this page alone: there are no frames, and each look is twice as fast.
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
      const found = violations.map(({ id, nodes }) => ({
        id,
        at: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })),
      }))
      expect(found, `${page.url()}, ${colorScheme}, ${size.width} px`).toEqual([])
    }
  }
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width, `${page.url()} scrolls sideways at ${PHONE.width} px`).toBeLessThanOrEqual(PHONE.width)
  await page.setViewportSize(WIDE)
}

/** What is being read again, or is on its way to another colour, is dimmed for a moment on purpose. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  // Asked anew each time: `finished` of an animation whose element was replaced meanwhile may never come.
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(({ effect, playState }) => playState !== 'running' || effect?.getComputedTiming().endTime === Infinity),
  )
}
