import { createContext, type RefObject, useContext, useLayoutEffect, useRef } from 'react'

/**
 * After a navigation inside the application the focus belongs to the new page's heading. The heading may come
 * much later than the navigation (code and data are fetched), so the wish waits here until a heading takes it.
 */
export interface FocusWish {
  pending: boolean
}

export const FocusWishContext = createContext<FocusWish>({ pending: false })

/** For the heading of a page: takes the focus once, if a navigation is waiting for it. */
export function useHeadingFocus(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  const wish = useContext(FocusWishContext)
  // Before anybody can see the page: a moment later the focus would be taken from a field that is already being filled.
  useLayoutEffect(() => {
    if (!wish.pending || heading.current === null) return
    wish.pending = false
    heading.current.focus({ preventScroll: true })
  }, [wish])
  return heading
}
