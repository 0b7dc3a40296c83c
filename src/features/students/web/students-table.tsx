import { Link } from 'react-router'
import type { Static } from 'typebox'
import { formatDay } from '../../../platform/i18n/format.ts'
import { pickName } from '../../../platform/i18n/names.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useSignedIn } from '../../../platform/web/session.ts'
import { Badge } from '../../../ui/badge.tsx'
import { type Column, type Sorting, Table } from '../../../ui/table.tsx'
import type { PlanState, StudentRow, StudentStudyRight } from '../contract.ts'
import type { StudentSearch, StudentSort } from '../contract-list.ts'
import { MakePlan } from './make-plan.tsx'
import { type Picking, PickPlan } from './pick-plan.tsx'
import { contactReaders } from './readers.ts'
import { useStateNames } from './state-names.ts'
import styles from './students.module.css'
import { texts } from './texts.ts'

/** One row for each study right: a student with two has two plans, and each is in its own state. */
interface Row {
  readonly student: StudentRow
  readonly right?: StudentStudyRight
}

interface StudentsTableProps {
  readonly students: readonly StudentRow[]
  readonly search: StudentSearch
  readonly onSort: (sort: StudentSort) => void
  /** While plans are chosen each row has a box. */
  readonly picking?: Picking | undefined
}

export function StudentsTable({ students, search, onSort, picking }: StudentsTableProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const sorted = (by: 'name' | 'group') => sortingOf(by, search, onSort)
  const box: readonly Column<Row>[] =
    picking === undefined
      ? []
      : [
          {
            name: t('pick'),
            bare: true,
            cell: row => <PickPlan student={row.student} right={row.right} {...picking} />,
          },
        ]
  const columns: readonly Column<Row>[] = [
    ...box,
    { name: t('name'), heading: true, cell: row => <StudentName {...row} />, ...sorted('name') },
    { name: t('group'), cell: ({ student }) => student.group, ...sorted('group') },
    { name: t('qualification'), cell: ({ right }) => <Qualification right={right} /> },
    {
      name: t('state'),
      cell: ({ right, student }) => (
        <>
          <State plan={right?.plan} />
          {right === undefined || right.plan !== undefined || student.protection === 'masked' ? null : (
            <>
              {' '}
              <MakePlan studyRightOid={right.oid} text={t('makePlan')} />
            </>
          )}
        </>
      ),
    },
    {
      name: t('changed'),
      cell: ({ right }) => (right?.plan === undefined ? null : formatDay(right.plan.savedAt, language)),
    },
  ]
  return (
    <>
      {search.text === undefined ? null : <p className={styles.quiet}>{t('sortedByMatch')}</p>}
      <Table
        caption={t('caption')}
        columns={columns}
        rows={students.flatMap(rowsOf)}
        rowKey={({ student, right }) => `${student.id} ${right?.oid ?? ''}`}
      />
    </>
  )
}

/** What was found by text stands in the order of what was found, so there is nothing to sort. */
function sortingOf(
  by: 'name' | 'group',
  { sort = 'name', text }: StudentSearch,
  onSort: StudentsTableProps['onSort'],
): { readonly sorting?: Sorting } {
  if (text !== undefined) return {}
  const direction = sort === by ? 'ascending' : sort === `-${by}` ? 'descending' : undefined
  const onPress = () => onSort(direction === 'ascending' ? `-${by}` : by)
  return { sorting: { onPress, ...(direction === undefined ? {} : { direction }) } }
}

function rowsOf(student: StudentRow): readonly Row[] {
  if (student.studyRights.length === 0) return [{ student }]
  return student.studyRights.map(right => ({ student, right }))
}

function StudentName({ student, right }: Row) {
  const t = useTexts(texts)
  // Without a name (erased, turvakielto) the national number is left, by which the list tells people apart.
  const name = student.name ?? student.studentOid
  const way = useWayTo(student, right)
  return (
    <>
      {way === undefined ? name : <Link to={way}>{name}</Link>}
      {student.protection === undefined ? null : <Beside text={t(student.protection)} />}
      {student.vanished === true ? <Beside text={t('vanished')} /> : null}
    </>
  )
}

/** To the plan; without one to the student's own page, for those to whom it is open. */
function useWayTo(student: StudentRow, right: StudentStudyRight | undefined): string | undefined {
  const roles = useSignedIn()?.roles ?? []
  if (right?.plan !== undefined) return `/plans/${right.plan.id}`
  const opens = roles.some(role => contactReaders.some(reader => reader === role))
  return opens ? `/students/${student.id}` : undefined
}

const Beside = ({ text }: { readonly text: string }) => <span className={styles.beside}>{text}</span>

function Qualification({ right }: { readonly right: StudentStudyRight | undefined }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const stateName = useStateNames()
  if (right === undefined) return <span className={styles.quiet}>{t('noRight')}</span>
  const name = pickName(right.qualification?.names, language)
  return (
    <>
      {name === undefined ? (
        <span className={styles.quiet}>{t('unknownQualification')}</span>
      ) : (
        <span lang={name.language}>{name.text}</span>
      )}
      {/* Most study, and that need not be said of each. */}
      {right.state === undefined || right.state === 'lasna' ? null : <Beside text={stateName(right.state)} />}
    </>
  )
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
