import { formatDateRange } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Fact, Facts } from '../../../ui/facts.tsx'
import type { ShownApproval } from '../contract.ts'
import { texts } from './texts.ts'

/** What a part is about, for those who approve it. */
export function About({ item }: { readonly item: ShownApproval }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { about, party } = item
  const { end, share, start, support, tasks, unit } = about
  const asGuardian = party === 'guardian'
  if (item.kind === 'path') return <p>{t(asGuardian ? 'own.guardianPath' : 'own.path')}</p>
  return (
    <Facts dense>
      {start === undefined ? null : <Fact name={t('own.when')}>{formatDateRange(start, end, language)}</Fact>}
      {unit === undefined ? null : <Fact name={t('own.unit')}>{unit}</Fact>}
      {share === undefined ? null : <Fact name={t('own.much')}>{t('share', { share })}</Fact>}
      {tasks === undefined ? null : (
        <Fact name={t(asGuardian ? 'own.tasksGuardian' : 'own.tasks')}>
          <List items={tasks} />
        </Fact>
      )}
      {support === undefined ? null : (
        <Fact name={t('own.support')}>
          <List items={support} />
        </Fact>
      )}
    </Facts>
  )
}

function List({ items }: { readonly items: readonly string[] }) {
  return (
    <ul>
      {items.map(item => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
}
