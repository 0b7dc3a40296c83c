import type { Page } from 'playwright-core'

/** Opens a student's plan from the list, as people do. */
export async function openPlan(page: Page, student: string): Promise<void> {
  await page.getByRole('link', { name: student }).click()
  await page.getByRole('heading', { level: 1, name: student }).waitFor()
}

/** What the reader of the page has been told last. */
export function told(page: Page): Promise<string> {
  return page
    .getByRole('status')
    .allTextContents()
    .then(texts => texts.join(' ').trim())
}
