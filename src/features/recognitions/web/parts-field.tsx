import { pickName } from '../../../platform/i18n/names.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { ComboBox } from '../../../ui/combo-box.tsx'
import type { Target } from '../contract.ts'
import { partKey } from '../rules.ts'
import { PartName, partText } from './names.tsx'
import styles from './recognitions.module.css'
import { texts } from './texts.ts'

interface PartsFieldProps {
  readonly known: readonly Target[]
  readonly chosen: readonly Target[]
  readonly onChange: (chosen: readonly Target[]) => void
  readonly error: string | undefined
}

/** Units and subject areas, found by name, as many as one likes. */
export function PartsField({ chosen, error, known, onChange }: PartsFieldProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const taken = new Set(chosen.map(partKey))
  const options = known
    .filter(part => !taken.has(partKey(part)))
    .map(part => {
      const around = pickName(part.unitNames, language)?.text
      return {
        id: partKey(part),
        text: partText(part, language),
        lang: pickName(part.names, language)?.language,
        group: part.inPlan ? t('inPlan') : t('others'),
        ...(around === undefined ? {} : { detail: around }),
      }
    })
  const add = (id: string): void => {
    const part = known.find(one => partKey(one) === id)
    if (part !== undefined) onChange([...chosen, part])
  }
  return (
    <>
      <ComboBox
        // Empty again after each choice, for the next one.
        key={chosen.length}
        label={t('part')}
        hint={t('partHint')}
        error={error}
        required
        value={undefined}
        options={options}
        onChoose={add}
        emptyText={t('noParts')}
        openLabel={t('open')}
      />
      {chosen.length === 0 ? null : (
        <ul className={styles.chosen} aria-label={t('chosen')}>
          {chosen.map(part => (
            <li key={partKey(part)}>
              <PartName part={part} />
              <Button
                look="quiet"
                label={t('removeChosen', { name: partText(part, language) })}
                onPress={() => onChange(chosen.filter(one => one !== part))}
              >
                ✕
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
