import type { MouseEvent } from 'react'
import { goTo } from '../../../ui/hash-place.ts'

/** The id of a part on the page of its plan. */
export function partId(pointer: string): string {
  return `part${pointer.replaceAll('/', '-')}`
}

/** Goes to a place of the page. The focus goes along, so that reading goes on from there and not from the link. */
export function jump(event: MouseEvent, id: string, block: ScrollLogicalPosition = 'center'): void {
  const target = document.getElementById(id)
  if (target === null) return
  event.preventDefault()
  goTo(target, block)
}
