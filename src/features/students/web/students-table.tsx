import { Link } from 'react-router'
import type { Static } from 'typebox'
import { formatDay } from '../../../platform/i18n/format.ts'
import { pickName } from '../../../platform/i18n/names.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import type { PlanState, StudentRow, StudentStudyRight } from '../contract.ts'
import styles from './students.module.css'
import { texts } from './texts.ts'

/** One row for each study right: a student with two has two plans, and each is in its own state. */
interface Row {
  readonly student: StudentRow
  readonly right?: StudentStudyRight
}

export function StudentsTable({ students }: { readonly students: readonly StudentRow[] }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const columns: readonly Column<Row>[] = [
    { name: t('name'), heading: true, cell: row => <StudentName {...row} /> },
    { name: t('group'), cell: ({ student }) => student.group },
    { name: t('qualification'), cell: ({ right }) => <Qualification right={right} /> },
    { name: t('state'), cell: ({ right }) => <State plan={right?.plan} /> },
    {
      name: t('changed'),
      cell: ({ right }) => (right?.plan === undefined ? null : formatDay(right.plan.savedAt, language)),
    },
  ]
  return (
    <Table
      caption={t('caption')}
      columns={columns}
      rows={students.flatMap(rowsOf)}
      rowKey={({ student, right }) => `${student.id} ${right?.oid ?? ''}`}
    />
  )
}

function rowsOf(student: StudentRow): readonly Row[] {
  if (student.studyRights.length === 0) return [{ student }]
  return student.studyRights.map(right => ({ student, right }))
}

function StudentName({ student, right }: Row) {
  // An erased name leaves the national number, which the list still needs to tell people apart.
  const name = student.name ?? student.studentOid
  if (right?.plan === undefined) return name
  return <Link to={`/plans/${right.plan.id}`}>{name}</Link>
}

function Qualification({ right }: { readonly right: StudentStudyRight | undefined }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  if (right === undefined) return <span className={styles.quiet}>{t('noRight')}</span>
  const name = pickName(right.qualification?.names, language)
  if (name === undefined) return <span className={styles.quiet}>{t('unknownQualification')}</span>
  return <span lang={name.language}>{name.text}</span>
}

function State({ plan }: { readonly plan: Static<typeof PlanState> | undefined }) {
  const t = useTexts(texts)
  if (plan === undefined) return <Badge>{t('noPlan')}</Badge>
  if (plan.errors === 0 && plan.warnings === 0) return <Badge tone="success">{t('fine')}</Badge>
  return (
    <span className={styles.counts}>
      {plan.errors > 0 ? <Badge tone="error">{t('errors', { count: plan.errors })}</Badge> : null}
      {plan.warnings > 0 ? <Badge tone="warning">{t('warnings', { count: plan.warnings })}</Badge> : null}
    </span>
  )
}
