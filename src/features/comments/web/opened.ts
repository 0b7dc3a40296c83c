import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Comment } from '../contract.ts'
import { tellOpened } from './api.ts'

export const placeOf = (id: string): string => `comment-${id}`

/** What is new and comes on the screen is told to be opened, once; it stays marked as new until the page is left. */
export function useTellOpened(studentId: string, items: readonly Comment[]): void {
  const client = useQueryClient()
  const { mutate } = useMutation({
    mutationFn: (ids: readonly string[]) => tellOpened(studentId, ids),
    onSuccess: () => client.invalidateQueries({ queryKey: ['tasks'] }),
  })
  useEffect(() => {
    const places = items
      .filter(({ isNew }) => isNew)
      .flatMap(({ id }) => document.getElementById(placeOf(id)) ?? [])
    if (places.length === 0) return
    const idOf = new Map(places.map(place => [place as Element, place.id.slice(placeOf('').length)]))
    const observer = new IntersectionObserver(
      entries => {
        const seen = entries.filter(({ isIntersecting }) => isIntersecting)
        for (const { target } of seen) observer.unobserve(target)
        if (seen.length > 0) mutate(seen.flatMap(({ target }) => idOf.get(target) ?? []))
      },
      // Its edge alone is not read yet.
      { rootMargin: '0px 0px -10% 0px' },
    )
    for (const place of places) observer.observe(place)
    return () => observer.disconnect()
  }, [items, mutate])
}
