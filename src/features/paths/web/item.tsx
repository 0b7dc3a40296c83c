import { formatDate, formatDateRange } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Fact, Facts } from '../../../ui/facts.tsx'
import type { PathItem } from '../contract.ts'
import { Name } from './name.tsx'
import styles from './path.module.css'
import { texts } from './texts.ts'
import type { Voice } from './voice.ts'

interface ItemProps {
  readonly item: PathItem
  readonly voice: Voice
  readonly running?: boolean
}

/** One thing of the path: what, then when, where and with whom. */
export function Item({ item, running = false, voice }: ItemProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { end, kind, name, paused, people, place, share, start, tasks } = item
  const until = paused?.until
  return (
    <div className={styles.item}>
      <p className={styles.kind}>{t(`kinds.${kind}`)}</p>
      <h3>
        <Name name={name} />
      </h3>
      {paused === undefined ? null : (
        <p>
          {until === undefined
            ? t(`${voice}.paused`)
            : t(`${voice}.pausedUntil`, { date: formatDate(until, language) })}
        </p>
      )}
      <Facts dense>
        <Fact name={t('when')}>
          {running && end !== start
            ? t('until', { date: formatDate(end, language) })
            : formatDateRange(start, end, language)}
        </Fact>
        {place === undefined ? null : (
          <Fact name={t('where')}>
            <Name name={place} />
          </Fact>
        )}
        {people.length === 0 ? null : (
          <Fact name={t('withWhom')}>
            <ul>
              {people.map(person => (
                <li key={`${person.role} ${person.name}`}>
                  {person.name}, {t(`roles.${person.role}`)}
                </li>
              ))}
            </ul>
          </Fact>
        )}
        {share === undefined || share === 100 ? null : (
          <Fact name={t('share')}>{t('shareText', { share })}</Fact>
        )}
        {running && tasks.length > 0 ? (
          <Fact name={t(`${voice}.tasks`)}>
            <ul>
              {tasks.map(task => (
                <li key={task}>{task}</li>
              ))}
            </ul>
          </Fact>
        ) : null}
      </Facts>
    </div>
  )
}
