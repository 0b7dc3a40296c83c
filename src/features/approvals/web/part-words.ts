import { useTexts } from '../../../platform/web/language.tsx'
import type { ShownApproval } from '../contract.ts'
import { texts } from './texts.ts'

/** What a part is called: of workplace periods also where, as far as that is told. */
export function usePartWords(): (item: Pick<ShownApproval, 'kind' | 'about'>) => string {
  const t = useTexts(texts)
  return ({ about, kind }) => {
    const name = t(`parts.${kind}`)
    return about.workplace === undefined ? name : `${name}: ${about.workplace}`
  }
}
