import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { Section } from '../../../ui/section.tsx'
import { WeekFields } from './course-form.tsx'
import type { DraftBreak } from './draft.ts'
import styles from './templates.module.css'
import { texts } from './texts.ts'
import type { Writing } from './use-draft.ts'

/** Weeks in which nothing is planned. */
export function BreaksPart({ writing: { setDraft, written } }: { readonly writing: Writing }) {
  const t = useTexts(texts)
  const { breaks } = written.draft
  const set = (next: readonly DraftBreak[]): void => setDraft(draft => ({ ...draft, breaks: next }))
  const add = (): void => {
    const keys = new Set(breaks.map(one => one.key))
    let number = breaks.length
    while (keys.has(`b${number}`)) number += 1
    set([...breaks, { key: `b${number}`, week: '', weeks: '1' }])
  }
  return (
    <Section id="breaks" title={t('edit.breaks')} count={breaks.length}>
      <p className={styles.quiet}>{t('edit.breaksText')}</p>
      {breaks.map((one, at) => (
        <fieldset key={one.key} className={styles.part}>
          <legend>{t('edit.break', { number: at + 1 })}</legend>
          <div className={styles.cells}>
            <WeekFields
              value={one}
              most={20}
              problem={t('edit.breakWeeksProblem')}
              onChange={change =>
                set(breaks.map(other => (other.key === one.key ? { ...one, ...change } : other)))
              }
            />
            <div>
              <Button
                look="quiet"
                label={t('edit.removeBreak', { number: at + 1 })}
                onPress={() => set(breaks.filter(other => other.key !== one.key))}
              >
                {t('edit.remove')}
              </Button>
            </div>
          </div>
        </fieldset>
      ))}
      <div>
        <Button onPress={add}>{t('edit.addBreak')}</Button>
      </div>
    </Section>
  )
}
