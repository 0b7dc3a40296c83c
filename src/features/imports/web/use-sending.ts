import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { stopImport } from './api.ts'
import { type Journey, sendFiles } from './send-files.ts'

export interface Sending {
  readonly pending: boolean
  /** The connection is broken, and the next try comes by itself. */
  readonly waiting: boolean
  readonly sent: number
  readonly total: number
  readonly error: unknown
  /** Whether a sending that broke off can go on with the part after the last that arrived. */
  readonly canGoOn: boolean
  readonly send: (journey: Omit<Journey, 'run' | 'next'>) => void
  readonly goOn: () => void
  readonly cancel: () => void
}

/** Sending files, with how far it is. Leaving the page interrupts it, so the browser asks first. */
export function useSending(onStarted: (run: string) => void): Sending {
  const [sent, setSent] = useState(0)
  const [waiting, setWaiting] = useState(false)
  const [journey, setJourney] = useState<Journey>()
  const control = useRef<AbortController>(undefined)
  const { mutate, reset, ...sending } = useMutation({
    mutationFn: (going: Journey) => {
      control.current = new AbortController()
      return sendFiles(going, { signal: control.current.signal, onSent: setSent, onWaiting: setWaiting })
    },
    onSettled: () => setWaiting(false),
    onSuccess: onStarted,
  })
  useEffect(() => () => control.current?.abort(), [])
  useLeaveWarning(sending.isPending)
  // What was sent is of no use to anybody; when this fails too, the service itself takes it away later.
  const abandon = (): void => {
    if (journey?.run !== undefined) void stopImport(journey.run).catch(() => undefined)
  }
  return {
    pending: sending.isPending,
    waiting,
    sent,
    total: journey?.files.reduce((sum, file) => sum + file.size, 0) ?? 0,
    error: control.current?.signal.aborted === true ? null : sending.error,
    canGoOn: sending.isError && journey?.run !== undefined,
    send: order => {
      abandon()
      const fresh: Journey = { ...order, run: undefined, next: 0 }
      setJourney(fresh)
      setSent(0)
      mutate(fresh)
    },
    goOn: () => {
      if (journey !== undefined) mutate(journey)
    },
    cancel: () => {
      control.current?.abort()
      abandon()
      setJourney(undefined)
      reset()
    },
  }
}

function useLeaveWarning(active: boolean): void {
  useEffect(() => {
    if (!active) return undefined
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [active])
}
