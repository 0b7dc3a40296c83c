import { pickName } from '../../../../platform/i18n/names.ts'
import { useLanguage, useTexts } from '../../../../platform/web/language.tsx'
import { Check } from '../../../../ui/check.tsx'
import { Choice } from '../../../../ui/choice.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import { emailLimit, phoneLimit } from '../../rules-bounds.ts'
import { useEditor } from '../editor-context.tsx'
import { careerPlans, ownName } from '../own-names.ts'
import { FoldingProvider } from '../parts/fold.tsx'
import { DatePlace, Field, TextPlace } from '../parts/places.tsx'
import { contactOf } from '../person.tsx'
import { texts as planTexts } from '../texts.ts'
import styles from './editor.module.css'
import { texts } from './texts.ts'

/** The head of the plan: approval, goals, how the student is reached. */
export function BasicsPart() {
  const t = useTexts(texts)
  const named = useTexts(planTexts)
  const { studyRight } = useEditor()
  return (
    <FoldingProvider>
      <div className={styles.fields}>
        <DatePlace
          pointer="/firstApprovedOn"
          label={named('fields.firstApprovedOn')}
          hint={t('approvalHint')}
          required
        />
        <CareerPlan />
        <NeedToAcquire />
        <DatePlace
          pointer="/competenceAchievedOn"
          label={named('fields.competenceAchievedOn')}
          hint={t('achievedHint')}
        />
        <OwnContact />
        {studyRight?.type === 'tuva' ? null : (
          <TextPlace
            pointer="/preparatoryStudyRightOid"
            label={named('fields.preparatoryStudyRightOid')}
            hint={t('preparatoryHint')}
          />
        )}
      </div>
    </FoldingProvider>
  )
}

function CareerPlan() {
  const t = useTexts(texts)
  const named = useTexts(planTexts)
  const { language } = useLanguage()
  const { names, plan, set } = useEditor()
  const codes = new Set(Object.keys(names).filter(code => code.startsWith('urasuunnitelma_')))
  for (const code of careerPlans) codes.add(`urasuunnitelma_${code}`)
  if (plan.careerPlanCode !== undefined) codes.add(plan.careerPlanCode)
  const options = [...codes].toSorted().map(code => ({
    value: code,
    text: pickName(names[code], language)?.text ?? ownName(code, named) ?? code,
  }))
  const choose = (code: string): void => {
    if (code === (plan.careerPlanCode ?? '')) return
    set('/careerPlanCode', code === '' ? undefined : code)
    set('/careerPlanCodeVersion', code === '' ? undefined : 1)
  }
  return (
    <Field pointer="/careerPlanCode">
      <Choice
        label={named('fields.careerPlanCode')}
        value={plan.careerPlanCode ?? ''}
        options={[{ value: '', text: t('none') }, ...options]}
        onChange={choose}
      />
    </Field>
  )
}

function NeedToAcquire() {
  const t = useTexts(texts)
  const named = useTexts(planTexts)
  const { plan, set } = useEditor()
  return (
    <Field pointer="/needToAcquireCompetence">
      <Check
        label={named('fields.needToAcquireCompetence')}
        hint={t('needHint')}
        checked={plan.needToAcquireCompetence}
        onChange={checked => set('/needToAcquireCompetence', checked)}
      />
    </Field>
  )
}

const ways = [
  { key: 'email', mode: 'email', limit: emailLimit },
  { key: 'phone', mode: 'tel', limit: phoneLimit },
] as const

/** Stored, the student's own e-mail and phone stand behind a reference; written, they stand in the body. */
function OwnContact() {
  const named = useTexts(planTexts)
  const { contacts, plan, set } = useEditor()
  const own = contactOf(plan, contacts)
  const write = (changed: 'email' | 'phone', text: string): void => {
    set('/contact', undefined)
    for (const { key } of ways) {
      const value = key === changed ? text : own[key]
      set(`/${key}`, value === '' ? undefined : value)
    }
  }
  return ways.map(({ key, limit, mode }) => (
    <Field key={key} pointer={`/${key}`}>
      <TextField
        label={named(`fields.${key}`)}
        value={own[key] ?? ''}
        inputMode={mode}
        maxLength={limit}
        onChange={text => write(key, text)}
      />
    </Field>
  ))
}
