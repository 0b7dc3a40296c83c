import { useTexts } from '../../../platform/web/language.tsx'
import { Fact, Facts } from '../../../ui/facts.tsx'
import { retentionKinds } from '../../settings/contract.ts'
import { retentionTexts } from '../../settings/web/public-retention.ts'
import type { KeptFor } from '../contract.ts'

/** How long each kind of data is kept, as the settings say now. */
export function KeptForList({ keptFor }: { readonly keptFor: KeptFor }) {
  const t = useTexts(retentionTexts)
  const lines = [
    { kind: 'contacts' as const, months: keptFor.contacts },
    ...retentionKinds.map(kind => ({ kind, months: keptFor[kind].months })),
  ]
  return (
    <Facts>
      {lines.map(({ kind, months }) => (
        <Fact key={kind} name={t(`kinds.${kind}.title`)}>
          {months === null
            ? t('undecided')
            : `${t('months', { count: months })} ${t(`kinds.${kind}.counted`)}`}
        </Fact>
      ))}
    </Facts>
  )
}
