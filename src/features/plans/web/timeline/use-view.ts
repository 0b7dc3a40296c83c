import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { inSightOf, type Scale, zoomed } from './scale.ts'

export interface View {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly inSight: number
  readonly choose: (scale: Scale) => void
  readonly zoom: (by: -1 | 1) => void
  readonly pan: (by: -1 | 1) => void
  readonly center: (place: number) => void
}

/** What of the picture is in sight. At first it is all; zooming keeps the middle, which begins at `focus` (0 to 1). */
export function useView(total: number, focus: number): View {
  const scroller = useRef<HTMLDivElement>(null)
  const middle = useRef(focus)
  const [inSight, setInSight] = useState(total)
  const shown = Math.min(inSight, total)
  const center = (place: number): void => {
    const element = scroller.current
    if (element === null) return
    middle.current = place
    element.scrollLeft = place * trackWidth(element) - seen(element) / 2
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: another scale is what moves the middle away
  useLayoutEffect(() => center(middle.current), [shown])
  const rescale = (next: number): void => {
    const element = scroller.current
    // Whoever comes closer from the whole path most often wants to see what goes on now.
    if (shown >= total) middle.current = focus
    else if (element !== null) middle.current = (element.scrollLeft + seen(element) / 2) / trackWidth(element)
    setInSight(next)
  }
  const zoom = (by: -1 | 1): void => rescale(zoomed(shown, by, total))
  useWheelZoom(scroller, zoom)
  return {
    scroller,
    inSight: shown,
    zoom,
    center,
    choose: scale => rescale(inSightOf(scale, total)),
    pan: by => scroller.current?.scrollBy({ left: by * seen(scroller.current) * 0.8 }),
  }
}

const track = (element: HTMLElement): HTMLElement | null => element.querySelector('[data-track]')
const trackWidth = (element: HTMLElement): number => track(element)?.offsetWidth ?? element.scrollWidth
/** The width in which bars are seen: the names stand still beside them. */
const seen = (element: HTMLElement): number =>
  element.clientWidth - (element.scrollWidth - trackWidth(element))

/** Ctrl and the wheel, as in maps. React's own listener could not keep the page from zooming along. */
function useWheelZoom(scroller: RefObject<HTMLDivElement | null>, zoom: (by: -1 | 1) => void): void {
  const newest = useRef(zoom)
  useEffect(() => {
    newest.current = zoom
  })
  useEffect(() => {
    const element = scroller.current
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey) return
      event.preventDefault()
      newest.current(event.deltaY < 0 ? -1 : 1)
    }
    element?.addEventListener('wheel', onWheel, { passive: false })
    return () => element?.removeEventListener('wheel', onWheel)
  }, [scroller])
}
