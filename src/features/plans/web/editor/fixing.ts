import type { Translate } from '../../../../platform/i18n/texts.ts'
import { useTexts } from '../../../../platform/web/language.tsx'
import { useAnnounce } from '../../../../ui/announcer.tsx'
import type { Fix } from '../../contract.ts'
import type { fi } from '../../i18n/fi-editor.ts'
import { applyFix } from '../../rules-fixes.ts'
import { steps } from '../placement.ts'
import { isFieldKey, texts as planTexts } from '../texts.ts'
import { useValueWords } from '../values.tsx'
import { useInside } from './inside-context.tsx'
import { texts } from './texts.ts'

/** Carries a fix out; one that only shows where something is missing leads there. */
export function useFix(): (fix: Fix) => void {
  const t = useTexts(texts)
  const announce = useAnnounce()
  const { change, jump } = useInside()
  return fix => {
    if (fix.op === 'add' && fix.value === undefined) {
      jump(fix.pointer)
      return
    }
    change(plan => applyFix(plan, fix))
    announce(t('fix.done'))
  }
}

/** The text of a fix's button. */
export function useFixWords(): (fix: Fix) => string {
  const t = useTexts(texts)
  const named = useTexts(planTexts)
  const words = useValueWords()
  return fix => {
    const key = steps(fix.pointer).findLast(step => isFieldKey(step))
    const field = key !== undefined && isFieldKey(key) ? named(`fields.${key}`) : undefined
    return fixWords(fix, { field, value: words(fix.value, fix.pointer) }, t)
  }
}

function fixWords(
  fix: Fix,
  { field, value }: { readonly field: string | undefined; readonly value: string },
  t: Translate<typeof fi>,
): string {
  const member = /^\d+$/.test(steps(fix.pointer).at(-1) ?? '')
  if (fix.op === 'remove')
    return member || field === undefined ? t('fix.remove') : t('fix.removeField', { field })
  if (fix.op === 'add' || fix.value === undefined) return t('fix.add', { field: field ?? '' })
  return typeof fix.value === 'object' ? t('fix.setField', { field: field ?? '' }) : t('fix.set', { value })
}
