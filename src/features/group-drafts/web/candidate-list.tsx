import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { Check } from '../../../ui/check.tsx'
import { Note } from '../../../ui/note.tsx'
import type { Candidates } from '../contract.ts'
import styles from './drafts.module.css'
import { texts } from './texts.ts'

interface CandidateListProps {
  readonly items: Candidates['items']
  /** Those who are not chosen. */
  readonly left: ReadonlySet<string>
  readonly onLeft: (left: ReadonlySet<string>) => void
}

/** Who gets a draft, in numbers, and who cannot; one may leave somebody out before anything is made. */
export function CandidateList({ items, left, onLeft }: CandidateListProps) {
  const t = useTexts(texts)
  const able = items.filter(one => one.problem === undefined)
  const without = items.filter(one => one.problem !== undefined)
  const chosen = able.filter(one => !left.has(one.studentId))
  const planned = chosen.filter(one => one.hasPlan).length
  if (items.length === 0) return <Note tone="info" compact title={t('new.nobody')} />
  return (
    <div className={styles.list}>
      <p>
        {t('new.counts', { count: chosen.length })}
        {planned === 0 ? '' : ` ${t('new.withPlan', { count: planned })}`}
      </p>
      {without.length === 0 ? null : (
        <Note tone="warning" title={t('new.without')}>
          <ul>
            {without.map(({ name, problem, studentId }) => (
              <li key={studentId}>
                {name ?? ''}: {t(`problems.${problem ?? 'left-out'}`)}
              </li>
            ))}
          </ul>
        </Note>
      )}
      {able.length === 0 ? null : (
        <details>
          <summary>{t('new.students')}</summary>
          <div className={styles.list}>
            <p className={styles.quiet}>{t('new.chosen', { count: chosen.length, all: able.length })}</p>
            <div className={styles.buttons}>
              <Button look="quiet" onPress={() => onLeft(new Set())}>
                {t('new.all')}
              </Button>
              <Button look="quiet" onPress={() => onLeft(new Set(able.map(one => one.studentId)))}>
                {t('new.none')}
              </Button>
            </div>
            <div className={styles.people}>
              {able.map(({ name = '', studentId }) => (
                <Check
                  key={studentId}
                  label={name}
                  checked={!left.has(studentId)}
                  onChange={checked =>
                    onLeft(checked ? without1(left, studentId) : new Set([...left, studentId]))
                  }
                />
              ))}
            </div>
          </div>
        </details>
      )}
    </div>
  )
}

const without1 = (set: ReadonlySet<string>, one: string): ReadonlySet<string> =>
  new Set([...set].filter(other => other !== one))
