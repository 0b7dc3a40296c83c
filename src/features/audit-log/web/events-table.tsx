import { Link } from 'react-router'
import { formatDay, formatInstant } from '../../../platform/i18n/format.ts'
import type { Language } from '../../../platform/i18n/language.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import type { AuditActor, AuditRow, AuditStudent } from '../contract.ts'
import styles from './audit.module.css'
import { texts } from './texts.ts'
import { useAction, useDetails, useRoles } from './use-words.ts'

interface EventsTableProps {
  readonly rows: readonly AuditRow[]
  readonly onActor: (actorId: string) => void
}

const timeOf = ({ at, dayOnly }: AuditRow, language: Language): string =>
  dayOnly === true ? formatDay(at, language) : formatInstant(at, language)

export function EventsTable({ rows, onActor }: EventsTableProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const [actionOf, detailsOf] = [useAction(), useDetails()]
  const columns: readonly Column<AuditRow>[] = [
    { name: t('at'), cell: row => timeOf(row, language) },
    { name: t('what'), heading: true, cell: row => actionOf(row.action) },
    { name: t('actor'), cell: row => <Actor actor={row.actor} onActor={onActor} /> },
    { name: t('student'), cell: row => <Student student={row.student} /> },
    { name: t('details'), cell: row => detailsOf(row.details) || '–' },
  ]
  return <Table caption={t('caption')} columns={columns} rows={rows} rowKey={row => row.id} />
}

function Actor({ actor, onActor }: { readonly actor: AuditActor } & Pick<EventsTableProps, 'onActor'>) {
  const t = useTexts(texts)
  const rolesOf = useRoles()
  if (actor.kind === 'system') return t('system')
  const roles = actor.kind === 'machine' ? actor.source : rolesOf(actor) || t('noRole')
  const { id, name } = actor
  return (
    <>
      {actor.hidden === true ? (
        t('hidden')
      ) : name === undefined || id === undefined ? (
        t('unknown')
      ) : (
        <Button look="quiet" label={t('onlyActor', { name })} onPress={() => onActor(id)}>
          {name}
        </Button>
      )}{' '}
      <span className={styles.quiet}>{roles}</span>
    </>
  )
}

function Student({ student }: { readonly student: AuditStudent | undefined }) {
  const t = useTexts(texts)
  if (student === undefined) return '–'
  const name = student.protection === 'masked' ? t('masked') : (student.name ?? student.studentOid ?? '–')
  return student.id === undefined ? name : <Link to={`/students/${student.id}`}>{name}</Link>
}
