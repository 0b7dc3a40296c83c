import { useTexts } from '../../../platform/web/language.tsx'
import { Check } from '../../../ui/check.tsx'
import { Hidden } from '../../../ui/hidden.tsx'
import { ticked } from '../../bulk-changes/rules-selection.ts'
import type { StudentRow, StudentStudyRight } from '../contract.ts'
import styles from './students.module.css'
import { texts } from './texts.ts'
import type { Chosen } from './use-chosen.ts'

export interface Picking {
  readonly chosen: Chosen
  readonly onChange: (chosen: Chosen) => void
}

interface PickPlanProps extends Picking {
  readonly student: StudentRow
  readonly right: StudentStudyRight | undefined
}

/** The box of one plan; none where there is no plan, and of a turvakielto that has not been looked behind. */
export function PickPlan({ chosen, onChange, right, student }: PickPlanProps) {
  const t = useTexts(texts)
  const planId = student.protection === 'masked' ? undefined : right?.plan?.id
  if (planId === undefined) return null
  return (
    <Check
      label={
        <>
          <span className={styles.pick}>{t('pick')}</span>{' '}
          <Hidden>{student.name ?? student.studentOid}</Hidden>
        </>
      }
      checked={chosen.has(planId)}
      onChange={checked => onChange(ticked(chosen, planId, checked))}
    />
  )
}
