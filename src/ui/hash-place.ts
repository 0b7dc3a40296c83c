import { useEffect } from 'react'
import { useLocation } from 'react-router'

/** So long a part of the page may take to come. */
const patience = 10_000

/** Whoever does one of these reads on by themselves: the page does not jump away under them any more. */
const acts = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const

/**
 * Brings into view what the address names, and the focus with it; much of a page comes later than the page.
 * For the component that holds the page's heading, so that the place has the focus after it.
 */
export function useHashPlace(): void {
  const { hash } = useLocation()
  useEffect(() => {
    const id = hash.slice(1)
    // The plan's editor has its own way to its fields.
    if (id === '' || id.startsWith('/')) return
    const show = (): boolean => {
      const place = document.getElementById(id)
      if (place !== null) goTo(place, 'start')
      return place !== null
    }
    if (show()) return
    const observer = new MutationObserver(() => {
      if (show()) stop()
    })
    const stop = (): void => {
      clearTimeout(end)
      observer.disconnect()
      for (const act of acts) window.removeEventListener(act, stop)
    }
    const end = setTimeout(stop, patience)
    observer.observe(document.body, { childList: true, subtree: true })
    for (const act of acts) window.addEventListener(act, stop, { passive: true })
    return stop
  }, [hash])
}

/** Into view, and the focus along, so that reading goes on from there. */
export function goTo(target: HTMLElement, block: ScrollLogicalPosition): void {
  hold(target, block)
  target.focus({ preventScroll: true })
}

const mostFrames = 30
const stillFrames = 3

/**
 * What lies out of sight has no measured height yet: it gets its real one when it comes into sight, and moves the target.
 * So the target is held until nothing around it moves any more.
 */
function hold(target: Element, block: ScrollLogicalPosition): void {
  let frames = 0
  let still = 0
  let before = Number.NaN
  const step = (): void => {
    const moved = target.getBoundingClientRect().top !== before
    still = moved ? 0 : still + 1
    frames += 1
    if (still === stillFrames || frames > mostFrames) return
    // At once: on a slow way there all that passes by would be measured, and move the target again.
    if (moved) target.scrollIntoView({ block, behavior: 'instant' })
    before = target.getBoundingClientRect().top
    requestAnimationFrame(step)
  }
  step()
}
