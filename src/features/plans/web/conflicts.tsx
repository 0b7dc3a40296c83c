import { useMutation, useQueryClient } from '@tanstack/react-query'
import { formatInstant } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Fact, Facts } from '../../../ui/facts.tsx'
import { Section } from '../../../ui/section.tsx'
import { type Conflict, forgetPlan, settleConflict } from './api.ts'
import type { PlaceName } from './place-names.ts'
import styles from './plan.module.css'
import { texts } from './texts.ts'
import { useValueWords } from './values.tsx'

interface ConflictsProps {
  readonly planId: string
  readonly maySettle: boolean
  readonly conflicts: readonly Conflict[]
  readonly placeName: PlaceName
}

/** Where the student register and the people here said different things: both, and which one holds. */
export function Conflicts({ planId, maySettle, conflicts, placeName }: ConflictsProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const words = useValueWords()
  if (conflicts.length === 0) return null
  return (
    <Section id="conflicts" title={t('sections.conflicts')}>
      <p className={styles.lead}>{t('conflict.lead')}</p>
      <ul className={styles.cards}>
        {conflicts.map(conflict => (
          <li key={conflict.id} className={styles.card}>
            <header className={styles.cardHead}>
              <h3>{placeName(conflict.pointer)}</h3>
            </header>
            <Facts dense>
              <Fact name={t('conflict.register')}>{words(conflict.register)}</Fact>
              <Fact name={t('conflict.here')}>{words(conflict.here)}</Fact>
            </Facts>
            <p className={styles.outcome}>
              <strong>
                {conflict.taken === 'register' ? t('conflict.takenRegister') : t('conflict.takenHere')}
              </strong>{' '}
              <span className={styles.quiet}>
                {t('conflict.at', { time: formatInstant(conflict.at, language) })}
              </span>
            </p>
            {maySettle ? <Settle planId={planId} conflictId={conflict.id} /> : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Settle({ planId, conflictId }: { readonly planId: string; readonly conflictId: string }) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  const settling = useMutation({
    mutationFn: () => settleConflict(planId, conflictId),
    onSuccess: async () => {
      announce(t('conflict.settled'))
      await forgetPlan(client, planId)
    },
  })
  return (
    <div>
      {settling.error === null ? null : <Failure error={settling.error} />}
      <Button pending={settling.isPending} onPress={() => settling.mutate()}>
        {t('conflict.settle')}
      </Button>
    </div>
  )
}
