import type { MouseEvent } from 'react'

/** The id of a part on the page of its plan. */
export function partId(pointer: string): string {
  return `part${pointer.replaceAll('/', '-')}`
}

/** Goes to a place of the page. The focus goes along, so that reading goes on from there and not from the link. */
export function jump(event: MouseEvent, id: string, block: ScrollLogicalPosition = 'center'): void {
  const target = document.getElementById(id)
  if (target === null) return
  event.preventDefault()
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
