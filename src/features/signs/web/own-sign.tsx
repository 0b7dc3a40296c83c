import { formatDay } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useFormOpen } from '../../../platform/web/use-written.ts'
import { Button } from '../../../ui/button.tsx'
import { MeasureItems } from '../../measures/web/public-items.tsx'
import type { SignView } from '../contract.ts'
import { ExplainForm } from './explain-form.tsx'
import { texts } from './own-texts.ts'
import { ownHead, ownReasons } from './own-words.ts'
import styles from './signs.module.css'

interface OwnSignProps {
  readonly sign: SignView
  readonly onChanged: () => Promise<unknown>
}

/** One sign as its student reads it: what, why, what is done about it, and a place for own words. */
export function OwnSign({ onChanged, sign }: OwnSignProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { decision, explanation, measures, overOn } = sign
  return (
    <article className={styles.card} aria-labelledby={`own-${sign.id}`}>
      <h3 className={styles.head} id={`own-${sign.id}`}>
        {ownHead(sign, t)}
      </h3>
      <div className={styles.told}>
        {ownReasons(sign, t).map(sentence => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p className={styles.quiet}>
          {t('noticed', { date: sign.noticedOn })} {overOn === undefined ? null : t('over', { date: overOn })}
        </p>
      </div>
      {explanation?.text === undefined ? null : (
        <div className={styles.told}>
          <h4>{t('youTold')}</h4>
          <p className={styles.words}>{explanation.text}</p>
        </div>
      )}
      {decision === undefined ? null : (
        <div className={styles.told}>
          <p>{t(`decided.${decision.decision}`)}</p>
          {decision.reason === undefined ? null : <p className={styles.words}>{decision.reason}</p>}
          {decision.by === undefined ? null : (
            <p className={styles.quiet}>
              {t('decidedBy', { name: decision.by, date: formatDay(decision.at, language) })}
            </p>
          )}
        </div>
      )}
      {measures.length === 0 ? null : (
        <div className={styles.told}>
          <h4>{t('measures')}</h4>
          <MeasureItems measures={measures} own onChanged={onChanged} />
        </div>
      )}
      {sign.permittedActions.includes('explain') ? <Explaining sign={sign} onChanged={onChanged} /> : null}
    </article>
  )
}

function Explaining({ onChanged, sign }: OwnSignProps) {
  const t = useTexts(texts)
  const [writing, setWriting] = useFormOpen(`explanation ${sign.id}`)
  if (writing) return <ExplainForm sign={sign} onSaved={onChanged} onClose={() => setWriting(false)} />
  return (
    <Button onPress={() => setWriting(true)}>{t(sign.explanation === undefined ? 'tell' : 'change')}</Button>
  )
}
