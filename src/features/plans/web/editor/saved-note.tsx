import { useLocation } from 'react-router'
import { Note } from '../../../../ui/note.tsx'

/** On the plan's page right after a save: what happened, as long as that version is the newest. */
export function SavedNote({ version }: { readonly version: number }) {
  const { state } = useLocation()
  const saved = savedIn(state)
  return saved?.version === version ? <Note tone="success" title={saved.said} compact /> : null
}

function savedIn(state: unknown): { readonly version: number; readonly said: string } | undefined {
  if (typeof state !== 'object' || state === null || !('saved' in state)) return undefined
  return state.saved as { readonly version: number; readonly said: string }
}
