import type { ReactNode } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui/button.tsx'
import styles from './drafts.module.css'
import { texts } from './texts.ts'
import type { Answering } from './use-answers.ts'

interface ToolsProps {
  readonly answering: Answering
  readonly onFill: (() => void) | undefined
  readonly onUndo: () => void
  readonly children: ReactNode
}

/** What the keys do, as buttons, and whether the answers are kept. */
export function Tools({ answering, children, onFill, onUndo }: ToolsProps) {
  const t = useTexts(texts)
  const { canUndo, retry, state } = answering
  return (
    <div className={styles.list}>
      {onFill === undefined ? null : <p className={styles.quiet}>{t('page.hint')}</p>}
      <div className={styles.tools}>
        <Button disabled={!canUndo} onPress={onUndo}>
          {t('page.undo')}
        </Button>
        {onFill === undefined ? null : <Button onPress={onFill}>{t('page.fill')}</Button>}
        {children}
        <span className={styles.quiet} role="status">
          {state === 'failed' ? t('page.notKept') : state === 'keeping' ? t('page.keeping') : t('page.kept')}
        </span>
        {state === 'failed' ? <Button onPress={retry}>{t('page.again')}</Button> : null}
      </div>
    </div>
  )
}
