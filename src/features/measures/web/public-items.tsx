import { useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { classes } from '../../../ui/classes.ts'
import type { MeasureView } from '../contract.ts'
import { FollowUpDialog } from './follow-up-form.tsx'
import styles from './measures.module.css'
import { texts } from './texts.ts'

interface MeasureItemsProps {
  readonly measures: readonly MeasureView[]
  /** Read by the student, who is spoken to. */
  readonly own: boolean
  readonly onChanged: () => Promise<unknown>
}

export function MeasureItems({ measures, ...rest }: MeasureItemsProps) {
  return (
    <ul className={styles.items}>
      {measures.map(measure => (
        <li key={measure.id}>
          <MeasureItem measure={measure} {...rest} />
        </li>
      ))}
    </ul>
  )
}

function MeasureItem({
  measure,
  onChanged,
  own,
}: Omit<MeasureItemsProps, 'measures'> & { readonly measure: MeasureView }) {
  const t = useTexts(texts)
  const [following, setFollowing] = useState(false)
  const { dueOn, outcome, overdue, permittedActions, state, text, who } = measure
  const byStudent = t(own ? 'byYou' : 'byStudent')
  const byStaff = who.name === undefined ? t('bySomeone') : t('byName', { name: who.name })
  return (
    <div className={classes(styles.item, state !== 'agreed' && styles.closed)}>
      <p className={styles.text}>{text ?? t('hidden')}</p>
      <p className={styles.quiet}>
        {who.kind === 'student' ? byStudent : byStaff}. {t('due', { date: dueOn })}.
      </p>
      {state === 'agreed' && !overdue ? null : (
        <Badge tone={state === 'agreed' ? 'warning' : state === 'done' ? 'success' : 'neutral'}>
          {state === 'agreed' ? t('overdue') : t(`states.${state}`)}
        </Badge>
      )}
      {outcome === undefined ? null : <p className={styles.text}>{outcome}</p>}
      {permittedActions.includes('follow-up') ? (
        <Button label={t('followUpNamed', { text: text ?? '' })} onPress={() => setFollowing(true)}>
          {t('followUp')}
        </Button>
      ) : null}
      {following ? (
        <FollowUpDialog measure={measure} onFollowed={onChanged} onClose={() => setFollowing(false)} />
      ) : null}
    </div>
  )
}
