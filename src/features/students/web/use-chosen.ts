import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

export type Chosen = ReadonlySet<string>

/** A bulk change that has been made forgets it. */
const key = ['bulk-changes', 'chosen']

/**
 * Plans that are being chosen, undefined while nobody chooses. They stay while the list is narrowed otherwise, and when
 * one comes back to it; they are nowhere but in this page's memory.
 */
export function useChosen(): [Chosen | undefined, (next: Chosen | undefined) => void] {
  const client = useQueryClient()
  const [chosen, setChosen] = useState(() => client.getQueryData<Chosen>(key))
  const change = (next: Chosen | undefined): void => {
    if (next === undefined) client.removeQueries({ queryKey: key })
    else client.setQueryData(key, next)
    setChosen(next)
  }
  return [chosen, change]
}
