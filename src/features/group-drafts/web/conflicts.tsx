import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { Note } from '../../../ui/note.tsx'
import styles from './drafts.module.css'
import { texts } from './texts.ts'
import type { Answering } from './use-answers.ts'
import { useNameOf } from './words.ts'

/** Another teacher wrote into the same row: what stands there is theirs, ours waits for a choice. */
export function Conflicts({ answering: { conflicts, rows, settle } }: { readonly answering: Answering }) {
  const t = useTexts(texts)
  const nameOf = useNameOf()
  if (conflicts.length === 0) return null
  return (
    <Note tone="warning" title={t('conflict.title')} live="alert">
      <ul className={styles.list}>
        {conflicts.map(conflict => {
          const row = rows.find(one => one.key === conflict.key)
          const name = row === undefined ? conflict.key : nameOf(row)
          const mine = Object.values(conflict.mine)
            .map(text => text ?? '–')
            .join('; ')
          return (
            <li key={conflict.key} className={styles.list}>
              <p>{t('conflict.text', { name, mine })}</p>
              <div className={styles.buttons}>
                <Button label={t('conflict.mine', { name })} onPress={() => settle(conflict, 'mine')}>
                  {t('conflict.mine', { name })}
                </Button>
                <Button look="quiet" onPress={() => settle(conflict, 'theirs')}>
                  {t('conflict.theirs')}
                </Button>
              </div>
            </li>
          )
        })}
      </ul>
    </Note>
  )
}
