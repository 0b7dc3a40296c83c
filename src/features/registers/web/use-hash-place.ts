import { useEffect } from 'react'

/** An address that names a place on the page leads there, also when the page is drawn only after its data came. */
export function useHashPlace(): void {
  useEffect(() => {
    const place = document.getElementById(window.location.hash.slice(1))
    // After the page's own heading has taken the focus of the navigation.
    const timer = setTimeout(() => place?.focus())
    return () => clearTimeout(timer)
  }, [])
}
