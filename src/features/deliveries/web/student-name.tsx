import { Link } from 'react-router'
import { useTexts } from '../../../platform/web/language.tsx'
import { useSignedIn } from '../../../platform/web/session.ts'
import type { DeliveryRow } from '../contract.ts'
import { planReaders } from './readers.ts'
import { texts } from './texts.ts'

type Named = Pick<DeliveryRow, 'planId' | 'student' | 'protection'>

/** How a row names its student: behind a turvakielto by the learner number only. */
export function useStudentName(): (row: Named) => string {
  const t = useTexts(texts)
  return ({ protection, student }) =>
    protection === 'masked'
      ? t('list.masked', { oid: student.studentOid })
      : (student.name ?? student.studentOid)
}

/** The name leads to the plan, for those to whom plans are open. */
export function StudentName({ row }: { readonly row: Named }) {
  const name = useStudentName()(row)
  const roles = useSignedIn()?.roles ?? []
  return planReaders.some(role => roles.includes(role)) ? (
    <Link to={`/plans/${row.planId}`}>{name}</Link>
  ) : (
    name
  )
}
