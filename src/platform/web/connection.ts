import { useSyncExternalStore } from 'react'

/** Whether the service is reached, as the browser and our own requests tell. */
let reached = true
const listeners = new Set<() => void>()

/** Told by every request: an answer of any kind reached it. */
export function tellReached(now: boolean): void {
  if (reached === now) return
  reached = now
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  const off = (): void => tellReached(false)
  const on = (): void => listener()
  window.addEventListener('offline', off)
  window.addEventListener('online', on)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('offline', off)
    window.removeEventListener('online', on)
  }
}

export function useReached(): boolean {
  return useSyncExternalStore(subscribe, () => reached)
}
