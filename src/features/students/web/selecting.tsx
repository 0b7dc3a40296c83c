import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { useTexts } from '../../../platform/web/language.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Note } from '../../../ui/note.tsx'
import { plansAtMost, withAll } from '../../bulk-changes/rules-selection.ts'
import type { StudentSearch } from '../contract-list.ts'
import styles from './selecting.module.css'
import { plansOfSearch } from './selecting-all.ts'
import { texts } from './selecting-texts.ts'
import type { Chosen } from './use-chosen.ts'

interface SelectingProps {
  readonly search: StudentSearch
  readonly chosen: Chosen
  readonly onChange: (chosen: Chosen) => void
  /** The list with its boxes. */
  readonly children: ReactNode
}

/** Around the list while plans are chosen for a bulk change: all at once before it, the way on after it. */
export default function Selecting({ children, chosen, onChange, search }: SelectingProps) {
  const t = useTexts(texts)
  const navigate = useNavigate()
  const all = useMutation({
    mutationFn: () => plansOfSearch(search, plansAtMost),
    onSuccess: ({ planIds }) => onChange(withAll(chosen, planIds)),
  })
  const limit = { count: plansAtMost }
  const full = chosen.size >= plansAtMost
  return (
    <section aria-label={t('title')}>
      <p>{t('lead', limit)}</p>
      <div className={styles.ways}>
        <Button pending={all.isPending} onPress={() => all.mutate()}>
          {t('all')}
        </Button>
        <Button look="quiet" onPress={() => onChange(new Set())}>
          {t('none')}
        </Button>
      </div>
      {all.error === null ? null : <Failure error={all.error} />}
      {full ? <Note tone="warning" compact title={t('full', limit)} live="status" /> : null}
      <div className={styles.list}>{children}</div>
      <div className={styles.bar}>
        <span role="status">{t('chosen', { count: chosen.size })}</span>
        <Button
          look="primary"
          disabled={chosen.size === 0}
          onPress={() => void navigate('/bulk-changes/new', { state: { planIds: [...chosen] } })}
        >
          {t('go')}
        </Button>
      </div>
    </section>
  )
}
