import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../../../platform/web/language.tsx'
import { Async } from '../../../ui/async.tsx'
import { Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import { operatorsQuery } from './api.ts'
import { texts } from './texts.ts'

/** Shown to operators only. */
export function OperatorsSection() {
  const t = useTexts(texts)
  const operators = useQuery(operatorsQuery)
  return (
    <Section id="operators" title={t('operators')}>
      <p>{t('operatorsLead')}</p>
      <Async query={operators}>
        {({ items }) => (
          <Table
            caption={t('operatorsCaption')}
            columns={[
              { name: t('name'), heading: true, cell: person => person.name },
              { name: t('subject'), cell: person => <code>{person.subject}</code> },
            ]}
            rows={items}
            rowKey={person => person.personId}
          />
        )}
      </Async>
    </Section>
  )
}
