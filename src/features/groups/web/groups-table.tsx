import { Link } from 'react-router'
import { formatDate } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useSignedIn } from '../../../platform/web/session.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import type { Tone } from '../../../ui/note.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import type { GroupRow } from '../contract.ts'
import styles from './groups.module.css'
import { texts } from './texts.ts'

interface GroupsTableProps {
  readonly groups: readonly GroupRow[]
  readonly onHandOver: (group: GroupRow) => void
}

export function GroupsTable({ groups, onHandOver }: GroupsTableProps) {
  const t = useTexts(texts)
  const roles = useSignedIn()?.roles ?? []
  const edits = planEditors.some(role => roles.includes(role))
  const columns: readonly Column<GroupRow>[] = [
    { name: t('code'), heading: true, cell: group => <GroupName group={group} /> },
    { name: t('teacher'), cell: group => group.teacher?.name ?? t('noTeacher') },
    { name: t('students'), cell: group => group.students },
    { name: t('plans'), cell: group => <PlanCounts plans={group.plans} /> },
    {
      name: t('changePlans'),
      bare: true,
      cell: ({ code, students }) =>
        edits && students > 0 ? (
          <ButtonLink
            look="quiet"
            to={`/bulk-changes/new?group=${encodeURIComponent(code)}`}
            label={t('changePlansOf', { code })}
          >
            {t('changePlans')}
          </ButtonLink>
        ) : null,
    },
    { name: t('makePlans'), bare: true, cell: group => <MakePlans group={group} /> },
    {
      name: t('handOver'),
      bare: true,
      cell: group =>
        group.permittedActions.includes('hand-over') ? (
          <Button
            look="quiet"
            label={t('handOverGroup', { code: group.code })}
            onPress={() => onHandOver(group)}
          >
            {t('handOver')}
          </Button>
        ) : null,
    },
  ]
  return <Table caption={t('caption')} columns={columns} rows={groups} rowKey={group => group.code} />
}

const planEditors = ['teacher', 'guidance'] as const

// An administrator sees counts, and no list of students.
const listReaders = ['teacher', 'guidance', 'coordinator', 'quality'] as const

function GroupName({ group }: { readonly group: GroupRow }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const roles = useSignedIn()?.roles ?? []
  const opens = listReaders.some(role => roles.includes(role))
  const { code, continuesAs, endsOn, name } = group
  return (
    <span className={styles.name}>
      {opens ? <Link to={`/students?group=${encodeURIComponent(code)}`}>{code}</Link> : code}
      {name === undefined ? null : <span className={styles.quiet}>{name}</span>}
      {endsOn === undefined ? null : (
        <span className={styles.quiet}>
          {t('ended', { date: formatDate(endsOn, language) })}
          {continuesAs === undefined ? null : `. ${t('continuesAs', { code: continuesAs })}`}
        </span>
      )}
    </span>
  )
}

/** Who writes plans may draft those of a whole group at once. */
const planMakers = ['teacher', 'guidance'] as const

function MakePlans({ group: { code, endsOn, students } }: { readonly group: GroupRow }) {
  const t = useTexts(texts)
  const roles = useSignedIn()?.roles ?? []
  if (endsOn !== undefined || students === 0 || !planMakers.some(role => roles.includes(role))) return null
  return (
    <ButtonLink
      look="quiet"
      label={t('makePlansFor', { code })}
      to={`/group-drafts/new?group=${encodeURIComponent(code)}`}
    >
      {t('makePlans')}
    </ButtonLink>
  )
}

const standings = ['errors', 'warnings', 'none', 'fine'] as const
const tones: Readonly<Record<(typeof standings)[number], Tone | 'neutral'>> = {
  errors: 'error',
  warnings: 'warning',
  none: 'neutral',
  fine: 'success',
}

function PlanCounts({ plans }: Pick<GroupRow, 'plans'>) {
  const t = useTexts(texts)
  return (
    <span className={styles.counts}>
      {standings.map(standing =>
        plans[standing] === 0 ? null : (
          <Badge key={standing} tone={tones[standing]}>
            {t(standing, { count: plans[standing] })}
          </Badge>
        ),
      )}
    </span>
  )
}
