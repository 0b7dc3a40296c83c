import type { Page } from 'playwright-core'

/** What the browser keeps for us between two evaluations. */
interface Watched {
  planPageClick?: number
  planPageShown?: number
}

/** Turns a page of the service's own address into a list of plans that shows each as plain lines. */
export async function openBareList(page: Page, planIds: readonly string[]): Promise<void> {
  await page.evaluate(ids => {
    const content = document.createElement('main')
    const linesOf = (value: unknown, name: string): string[] => {
      if (typeof value !== 'object' || value === null) return [`${name}: ${String(value)}`]
      return Object.entries(value).flatMap(([key, inner]) => linesOf(inner, `${name} ${key}`))
    }
    const show = async (id: string): Promise<void> => {
      const answer = await fetch(`/api/plans/${id}`, { headers: { accept: 'application/json' } })
      const list = document.createElement('ul')
      for (const line of linesOf(await answer.json(), '')) {
        const item = document.createElement('li')
        item.textContent = line
        list.append(item)
      }
      list.dataset.content = id
      content.replaceChildren(list)
    }
    const buttons = ids.map(id => {
      const button = document.createElement('button')
      button.dataset.plan = id
      button.textContent = id
      button.addEventListener('click', () => void show(id))
      return button
    })
    const nav = document.createElement('nav')
    nav.append(...buttons)
    document.body.replaceChildren(nav, content)
  }, planIds)
}

/** Waits in the page, frame by frame, for the content of the plan that is clicked next. */
export async function watchClicks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watched = window as Watched
    delete watched.planPageShown
    const before = document.querySelector('[data-content]')
    const isShown = (): boolean => {
      const bare = document.querySelector('[data-content]')
      if (bare !== null) return bare !== before
      // Ours: the timeline, and every part of the plan down to the last section.
      return (
        document.querySelector('#timeline [role="grid"] a') !== null &&
        document.querySelector('#support') !== null &&
        document.querySelectorAll('article').length > 0
      )
    }
    const look = (): void => {
      // The frame after the one that drew it: what was drawn stands on the screen.
      if (isShown()) requestAnimationFrame(() => (watched.planPageShown = performance.now()))
      else requestAnimationFrame(look)
    }
    const onClick = (event: Event): void => {
      watched.planPageClick = event.timeStamp
      requestAnimationFrame(look)
    }
    document.addEventListener('click', onClick, { capture: true, once: true })
  })
}

/** Milliseconds from the click until its content was on the screen. */
export async function contentShown(page: Page): Promise<number> {
  await page.waitForFunction(() => (window as Watched).planPageShown !== undefined, undefined, {
    polling: 20,
  })
  return page.evaluate(() => {
    const { planPageClick = 0, planPageShown = Number.NaN } = window as Watched
    return planPageShown - planPageClick
  })
}
