import { useTexts } from '../../../../platform/web/language.tsx'
import { useAnnounce } from '../../../../ui/announcer.tsx'
import type { Fix } from '../../contract.ts'
import { applyFix } from '../../rules-fixes.ts'
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
    announce(t('fixed'))
  }
}
