import { useQuery } from '@tanstack/react-query'
import { formatInstant } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Async } from '../../../ui/async.tsx'
import { Section } from '../../../ui/section.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import type { RemovalRow } from '../contract.ts'
import { removalsQuery } from './api.ts'
import styles from './deliveries.module.css'
import { RemovalButtons, RemovalStanding } from './removal-parts.tsx'
import { StudentName, useStudentName } from './student-name.tsx'
import { texts } from './texts.ts'

/** What a person with the national right is to take away, until the service says that it is gone. */
export function RemovalTasks() {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const query = useQuery(removalsQuery(language))
  const columns = useColumns()
  return (
    <Section id="removals" title={t('removal.title')}>
      <p>{t('removal.lead')}</p>
      <Async query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t('removal.none')}</p>
          ) : (
            <Table caption={t('removal.caption')} columns={columns} rows={items} rowKey={row => row.planId} />
          )
        }
      </Async>
    </Section>
  )
}

function useColumns(): readonly Column<RemovalRow>[] {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const nameOf = useStudentName()
  return [
    { name: t('list.student'), heading: true, cell: row => <StudentName row={row} /> },
    { name: t('plan.nationalId'), cell: row => row.nationalId ?? null },
    {
      name: t('removal.reason'),
      cell: row => (row.protection === 'masked' ? t('list.hidden') : row.removal.reason),
    },
    {
      name: t('removal.asked'),
      cell: ({ removal: { askedAt, askedBy } }) => {
        const time = formatInstant(askedAt, language)
        return askedBy === undefined ? time : t('removal.askedBy', { time, name: askedBy })
      },
    },
    { name: t('removal.standing'), cell: row => <RemovalStanding removal={row.removal} /> },
    {
      name: t('removal.done'),
      bare: true,
      cell: row => (
        <div className={styles.buttons}>
          <RemovalButtons planId={row.planId} name={nameOf(row)} permittedActions={row.permittedActions} />
        </div>
      ),
    },
  ]
}
