import { useEffect, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { Fix } from '../../contract.ts'
import { useFix } from './fixing.ts'

/** Carries out the fix that the way here came with: once, also when the page is opened again from the browser's memory. */
export function FixOnce() {
  const { hash, search, state } = useLocation()
  const navigate = useNavigate()
  const apply = useFix()
  const done = useRef(false)
  useEffect(() => {
    const fix = fixIn(state)
    if (fix === undefined || done.current) return
    done.current = true
    apply(fix)
    void navigate({ search, hash }, { replace: true, state: null })
  })
  return null
}

function fixIn(state: unknown): Fix | undefined {
  if (typeof state !== 'object' || state === null || !('fix' in state)) return undefined
  return state.fix as Fix
}
