import { type ReactNode, useState } from 'react'
import { useTexts } from '../../../../platform/web/language.tsx'
import { Disclosure } from '../../../../ui/disclosure.tsx'
import { changeMethod, periodFields } from '../../rules-defaults.ts'
import type { Acquiring } from '../acquiring.tsx'
import { useEditor } from '../editor-context.tsx'
import { CodePlace } from '../pick/code-place.tsx'
import type { LearningPeriod } from '../stored.ts'
import { texts as planTexts } from '../texts.ts'
import { useDates } from './dates.ts'
import { Environments, Interruptions } from './inner-lists.tsx'
import { useCodeText } from './part-names.ts'
import styles from './parts.module.css'
import { DatePlace, NumberPlace, TextPlace } from './places.tsx'
import { Representatives } from './representatives.tsx'
import { texts } from './texts.ts'
import { WorkplaceForm } from './workplace-form.tsx'

interface PeriodFormProps {
  readonly period: LearningPeriod
  readonly pointer: string
  readonly unit: Acquiring
}

/** A learning period: only what its way of learning asks for. */
export function PeriodForm({ period, pointer, unit }: PeriodFormProps) {
  const t = useTexts(texts)
  const named = useTexts(planTexts)
  const { set } = useEditor()
  // What another method asked for comes back when the method does.
  const [dropped, setDropped] = useState<{
    of: string | undefined
    values: Readonly<Record<string, unknown>>
  }>()
  const fields = periodFields(period)
  const at = (member: string): string => `${pointer}/${member}`
  const day = period.start ?? ''
  return (
    <>
      <div className={styles.fields}>
        <CodePlace
          pointer={at('methodCode')}
          label={named('fields.methodCode')}
          set="osaamisenhankkimistapa"
          day={day}
          demanded
          onChoose={method => {
            if (method === undefined) return
            const values = dropped?.of === period.identifier ? dropped?.values : undefined
            const changed = changeMethod({ ...period }, method, values)
            setDropped({ of: period.identifier, values: changed.dropped })
            set(pointer, changed.period)
          }}
        />
        {fields.partTimeShare || period.partTimeShare !== undefined ? (
          <NumberPlace
            pointer={at('partTimeShare')}
            label={named('fields.partTimeShare')}
            hint={t('percentHint')}
            whole
            range={{ min: 1, max: 100 }}
          />
        ) : null}
        {fields.apprenticeshipBasis || period.apprenticeshipBasisCode !== undefined ? (
          <CodePlace
            pointer={at('apprenticeshipBasisCode')}
            label={named('fields.apprenticeshipBasisCode')}
            set="oppisopimuksenperusta"
            day={day}
            onChoose={code => {
              set(at('apprenticeshipBasisCode'), code?.code)
              set(at('apprenticeshipBasisCodeVersion'), code?.codeVersion)
            }}
          />
        ) : null}
      </div>
      <div className={styles.fields}>
        <DatePlace pointer={at('start')} label={named('fields.start')} required />
        <DatePlace pointer={at('end')} label={named('fields.end')} required />
        <TextPlace pointer={at('periodNote')} label={named('fields.periodNote')} multiline />
      </div>
      {fields.workplace || period.workplace !== undefined ? (
        <WorkplaceForm pointer={at('workplace')} unit={unit} title={t('period.workplace')} />
      ) : null}
      <Disclosure title={t('more')}>
        <div className={styles.form}>
          <Interruptions list={at('interruptions')} period={period} />
          <Environments list={at('otherEnvironments')} period={period} />
          {fields.representatives ||
          period.providerRepresentative !== undefined ||
          period.acquirerRepresentative !== undefined ? (
            <Representatives pointer={pointer} />
          ) : null}
        </div>
      </Disclosure>
    </>
  )
}

/** A period is called by its method and, where it has one, its workplace. */
export function usePeriodName(): (period: LearningPeriod) => string {
  const name = useCodeText()
  return ({ methodCode, workplace }) =>
    [name(methodCode), workplace?.name].filter(one => one !== undefined && one !== '').join(', ')
}

export function usePeriodSummary(): (period: LearningPeriod) => ReactNode {
  const dates = useDates()
  return period => dates(period)
}
