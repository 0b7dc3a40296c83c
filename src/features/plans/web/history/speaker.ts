import { useMemo } from 'react'
import { useLanguage } from '../../../../platform/web/language.tsx'
import type { Speaker } from '../../rules-words-values.ts'
import type { CodeNames, Contacts } from '../api.ts'

interface Known {
  readonly names: Readonly<Record<string, CodeNames>>
  readonly contacts: Contacts
}

/** Says changes in the reader's language, with the names of codes and people that are known here. */
export function useSpeaker({ names, contacts }: Known): Speaker {
  const { language } = useLanguage()
  return useMemo(() => ({ language, names, contacts }), [language, names, contacts])
}
