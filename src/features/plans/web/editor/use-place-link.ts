import { type To, useLocation } from 'react-router'

/** Where a place of the plan is on this page. The study right of a new plan stands in the address, and stays there. */
export function usePlaceLink(): (pointer: string) => To {
  const { search } = useLocation()
  return pointer => ({ search, hash: pointer })
}
