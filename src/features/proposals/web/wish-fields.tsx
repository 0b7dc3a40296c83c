import { useQuery } from '@tanstack/react-query'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Async } from '../../../ui/async.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { PathItem } from '../../paths/contract.ts'
import type { NewProposal, ProposalKind } from '../contract.ts'
import { unitsQuery } from './api.ts'
import { texts } from './texts.ts'

/** What is typed and chosen; empty where nothing is. */
export interface Typed {
  readonly start: string
  readonly end: string
  readonly workplace: string
  readonly unitCode: string
  readonly share: string
}

/** The days that stand there now are where one begins. */
export const wishOf = (item: PathItem | undefined): Typed => ({
  start: item?.start ?? '',
  end: item?.end ?? '',
  workplace: '',
  unitCode: '',
  share: '',
})

/** The wish as it is sent; days left as they are wish for nothing. */
export function bodyOf(kind: ProposalKind, typed: Typed, item?: PathItem): Pick<NewProposal, 'wish'> {
  const { end, share, start, unitCode, workplace } = typed
  if (kind === 'dates' && (start !== item?.start || end !== item.end) && start !== '' && end !== '')
    return { wish: { start, end } }
  if (kind === 'workplace' && workplace.trim() !== '') return { wish: { workplace: workplace.trim() } }
  if (kind === 'unit' && unitCode !== '') return { wish: { unitCode } }
  if (kind === 'part-time' && share !== '') return { wish: { share: Number(share) } }
  return {}
}

interface WishFieldsProps {
  readonly kind: ProposalKind
  readonly planId: string
  readonly typed: Typed
  readonly onChange: (typed: Typed) => void
}

/** What instead: the fields that the kind of change asks for. */
export function WishFields({ kind, onChange, planId, typed }: WishFieldsProps) {
  const t = useTexts(texts)
  const wrongShare = typed.share !== '' && !/^([1-9]\d?|100)$/.test(typed.share)
  if (kind === 'dates')
    return (
      <>
        <DateField label={t('start')} value={typed.start} onChange={start => onChange({ ...typed, start })} />
        <DateField label={t('end')} value={typed.end} onChange={end => onChange({ ...typed, end })} />
      </>
    )
  if (kind === 'workplace')
    return (
      <TextField
        label={t('workplace')}
        value={typed.workplace}
        onChange={workplace => onChange({ ...typed, workplace })}
        maxLength={200}
      />
    )
  if (kind === 'unit')
    return (
      <UnitChoice
        planId={planId}
        value={typed.unitCode}
        onChange={unitCode => onChange({ ...typed, unitCode })}
      />
    )
  if (kind === 'part-time')
    return (
      <TextField
        label={t('share')}
        value={typed.share}
        onChange={share => onChange({ ...typed, share })}
        inputMode="numeric"
        error={wrongShare ? t('shareWrong') : undefined}
      />
    )
  return null
}

interface UnitChoiceProps {
  readonly planId: string
  readonly value: string
  readonly onChange: (code: string) => void
}

function UnitChoice({ onChange, planId, value }: UnitChoiceProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const query = useQuery(unitsQuery(planId, language))
  return (
    <Async query={query}>
      {({ items }) => (
        <Choice
          label={t('unit')}
          value={value}
          options={[
            { value: '', text: t('unitChoose') },
            ...items.map(({ code, name }) => ({ value: code, text: name.text ?? '' })),
          ]}
          onChange={onChange}
        />
      )}
    </Async>
  )
}
