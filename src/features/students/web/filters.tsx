import { pickName } from '../../../platform/i18n/names.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choice.tsx'
import type { StudentChoices } from '../contract-list.ts'
import { GroupField } from './group-field.tsx'
import { type ListAddress, type ListChange, planStandings, sorts } from './search.ts'
import { useStateNames } from './state-names.ts'
import styles from './students.module.css'
import { texts } from './texts.ts'

interface FiltersProps {
  readonly address: ListAddress
  readonly choices: StudentChoices
  readonly onChange: (change: ListChange) => void
}

/** What the list is narrowed by; each choice is at once in force, and in the address. */
export function Filters({ address, choices, onChange }: FiltersProps) {
  const t = useTexts(texts)
  const stateName = useStateNames()
  const qualifications = useQualificationOptions(choices)
  const narrowed = [address.group, address.qualification, address.rightState, address.planState]
  return (
    <fieldset className={styles.filters}>
      <legend>{t('filters')}</legend>
      <GroupField
        groups={choices.groups}
        value={address.group ?? ''}
        onChange={group => onChange({ group })}
      />
      <Choice
        label={t('qualification')}
        value={address.qualification ?? ''}
        options={[{ value: '', text: t('qualificationAny') }, ...qualifications]}
        onChange={qualification => onChange({ qualification })}
      />
      <Choice
        label={t('rightState')}
        value={address.rightState ?? ''}
        options={[
          { value: '', text: t('any') },
          ...choices.rightStates.map(value => ({ value, text: stateName(value) })),
        ]}
        onChange={rightState => onChange({ rightState })}
      />
      <Choice
        label={t('state')}
        value={address.planState ?? ''}
        options={[
          { value: '' as const, text: t('any') },
          ...planStandings.map(value => ({ value, text: t(`planStates.${value}`) })),
        ]}
        onChange={planState => onChange({ planState: planState === '' ? undefined : planState })}
      />
      <div className={styles.narrowSort}>
        <Choice
          label={t('sort')}
          value={address.sort ?? 'name'}
          disabled={address.text !== undefined}
          options={sorts.map(value => ({ value, text: t(`sorts.${value}`) }))}
          onChange={sort => onChange({ sort })}
        />
      </div>
      {narrowed.some(value => value !== undefined) ? (
        <div className={styles.clear}>
          <Button
            look="quiet"
            onPress={() =>
              onChange({
                group: undefined,
                qualification: undefined,
                rightState: undefined,
                planState: undefined,
              })
            }
          >
            {t('clear')}
          </Button>
        </div>
      ) : null}
    </fieldset>
  )
}

/** By name in the reader's language; one without a name by its diary number, last. */
function useQualificationOptions({ qualifications }: StudentChoices) {
  const { language } = useLanguage()
  const collator = new Intl.Collator(language)
  return qualifications
    .map(({ diaryNumber, names }) => ({ value: diaryNumber, name: pickName(names, language)?.text }))
    .sort(
      (a, b) =>
        Number(a.name === undefined) - Number(b.name === undefined) ||
        collator.compare(a.name ?? a.value, b.name ?? b.value),
    )
    .map(({ value, name }) => ({ value, text: name === undefined ? value : `${name} (${value})` }))
}
