import { useCallback, useEffect, useRef, useState } from 'react'

/**
 * `own`: this tab writes. `elsewhere`: another one does, and this one may take over. `taken`: another one took over.
 */
export type Tab = 'asking' | 'own' | 'elsewhere' | 'taken'

const patience = 1_500
/** A page that has just been left lets go a moment later. */
const secondTry = 300

/** One tab of the browser writes a plan at a time, so that no draft overwrites another. */
export function useTab(name: string): {
  readonly tab: Tab
  readonly take: () => void
  /** Called before another tab takes over: what is written must be on the device by then. */
  readonly onYield: (yielding: () => Promise<void>) => void
} {
  const [tab, setTab] = useState<Tab>('asking')
  const release = useRef<() => void>(undefined)
  const open = useRef(false)
  const yielding = useRef<() => Promise<void>>(undefined)
  const hold = useCallback(
    (steal: boolean, again = false) => {
      const held = () => {
        if (!open.current) return Promise.resolve()
        setTab('own')
        return new Promise<void>(resolve => {
          release.current = resolve
        })
      }
      const busy = () => {
        if (!open.current) return
        if (again) setTab('elsewhere')
        else setTimeout(() => hold(false, true), secondTry)
      }
      const options = steal ? { steal } : { ifAvailable: true }
      const asked = navigator.locks.request(name, options, lock => (lock === null ? busy() : held()))
      asked.catch(() => setTab('taken'))
    },
    [name],
  )
  useEffect(() => {
    // Where the browser has no locks there is no second tab that could be told.
    if (navigator.locks === undefined) {
      setTab('own')
      return
    }
    open.current = true
    const channel = new BroadcastChannel(name)
    channel.onmessage = ({ data }) => {
      if (data === 'yield' && release.current !== undefined)
        void (yielding.current?.() ?? Promise.resolve()).then(() => channel.postMessage('yielded'))
    }
    // A moment later, so that a page that is drawn twice at once does not meet itself.
    const timer = setTimeout(() => hold(false), 0)
    return () => {
      open.current = false
      clearTimeout(timer)
      channel.close()
      release.current?.()
      release.current = undefined
    }
  }, [name, hold])
  const take = (): void => void askToYield(name).then(() => hold(true))
  const onYield = useCallback((handler: () => Promise<void>) => {
    yielding.current = handler
  }, [])
  return { tab, take, onYield }
}

/** The other tab answers once its draft is on the device; one that is stuck is not waited for. */
function askToYield(name: string): Promise<void> {
  return new Promise(resolve => {
    const channel = new BroadcastChannel(name)
    const done = (): void => {
      clearTimeout(timer)
      channel.close()
      resolve()
    }
    const timer = setTimeout(done, patience)
    channel.onmessage = ({ data }) => {
      if (data === 'yielded') done()
    }
    channel.postMessage('yield')
  })
}
