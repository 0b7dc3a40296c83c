import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Async } from '../../../ui/async.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Note } from '../../../ui/note.tsx'
import { Page } from '../../../ui/page.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { OwnRecordSection } from '../../records/web/public.tsx'
import type { OwnAudit, OwnAuditRow } from '../contract.ts'
import { ownAuditQuery } from './api.ts'
import styles from './audit.module.css'
import { daysTurned } from './search.ts'
import { texts } from './texts.ts'
import { useAction, useRoles } from './use-words.ts'

/** What a student is told of who has seen their data: days and roles. */
export default function OwnAuditPage() {
  const t = useTexts(texts)
  const [days, setDays] = useState<{ from?: string; to?: string }>({})
  const turned = daysTurned(days)
  const query = useQuery({ ...ownAuditQuery(days), enabled: !turned })
  const change = (part: { from?: string; to?: string }): void => {
    const all = Object.entries({ ...days, ...part }).filter(([, value]) => value !== '')
    setDays(Object.fromEntries(all))
  }
  return (
    <Page title={t('own.label')} lead={t('own.lead')} width="medium">
      <div className={styles.filters}>
        <div className={styles.days}>
          <DateField
            label={t('from')}
            value={days.from ?? query.data?.from ?? ''}
            onChange={from => change({ from })}
          />
          <DateField
            label={t('to')}
            value={days.to ?? query.data?.to ?? ''}
            onChange={to => change({ to })}
            error={turned ? t('daysTurned') : undefined}
          />
        </div>
      </div>
      {turned ? null : <Async query={query}>{data => <Acts {...data} />}</Async>}
      <OwnRecordSection />
    </Page>
  )
}

function Acts({ items, more }: Pick<OwnAudit, 'items' | 'more'>) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const [actionOf, rolesOf] = [useAction(), useRoles()]
  const whoOf = ({ actor }: OwnAuditRow): string => {
    if (actor.kind === 'system') return t('system')
    if (actor.kind === 'machine') return actor.source ?? t('system')
    return rolesOf(actor) || t('own.staff')
  }
  const columns: readonly Column<OwnAuditRow>[] = [
    { name: t('own.day'), cell: row => formatDate(row.day, language) },
    { name: t('what'), heading: true, cell: row => actionOf(row.action) },
    { name: t('own.role'), cell: whoOf },
    { name: t('own.times'), cell: row => row.times },
  ]
  if (items.length === 0) return <p role="status">{t('own.none')}</p>
  return (
    <>
      {more ? <Note tone="info" title={t('own.more')} /> : null}
      <Table
        caption={t('own.caption')}
        columns={columns}
        rows={items}
        rowKey={row => `${row.day} ${row.action} ${JSON.stringify(row.actor)}`}
      />
    </>
  )
}
