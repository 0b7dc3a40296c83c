import { pickName } from '../../../platform/i18n/names.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Choice } from '../../../ui/choice.tsx'
import type { RecognitionList } from '../contract.ts'
import { texts } from './texts.ts'

interface PlanChoiceProps {
  readonly plans: RecognitionList['plans']
  readonly value: string
  readonly onChange: (planId: string) => void
}

/** Which plan, for the few who have more than one. */
export function PlanChoice({ onChange, plans, value }: PlanChoiceProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  if (plans.length < 2) return null
  const options = plans.map(({ id, qualification }) => ({
    value: id,
    text: pickName(qualification, language)?.text ?? t('plan'),
  }))
  return <Choice label={t('plan')} value={value} options={options} onChange={onChange} />
}
