import { useEffect } from 'react'

/** So long a part of the page may take to come. */
const patience = 10_000

/** Brings into view what the address names; much of the page comes later than the page. */
export function useHashPlace(): void {
  useEffect(() => {
    const id = window.location.hash.slice(1)
    if (id === '') return
    const show = (): boolean => {
      const place = document.getElementById(id)
      place?.scrollIntoView({ block: 'start' })
      place?.focus({ preventScroll: true })
      return place !== null
    }
    if (show()) return
    const observer = new MutationObserver(() => {
      if (show()) observer.disconnect()
    })
    observer.observe(document.body, { childList: true, subtree: true })
    const end = setTimeout(() => observer.disconnect(), patience)
    return () => {
      clearTimeout(end)
      observer.disconnect()
    }
  }, [])
}
