import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useTexts } from '../../../platform/web/language.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../../ui/dialog.tsx'
import type { DraftRow } from '../contract.ts'
import type { CellChange } from './answers.ts'
import { discardDraft } from './api.ts'
import styles from './drafts.module.css'
import { texts } from './texts.ts'
import { useNameOf } from './words.ts'

interface OthersProps {
  readonly rows: readonly DraftRow[]
  readonly id: string
  readonly onChange: (changes: readonly CellChange[]) => void
}

/** Those who are not in the table: why, and what to do; and those whose plans are saved. */
export function Others({ id, onChange, rows }: OthersProps) {
  const t = useTexts(texts)
  const nameOf = useNameOf()
  const without = rows.filter(row => row.problem !== undefined && row.outcome === undefined)
  const done = rows.filter(row => row.outcome !== undefined)
  const [asBefore, saved] = [true, false].map(same =>
    done.filter(row => (row.outcome?.what === 'unchanged') === same),
  )
  return (
    <>
      {without.length === 0 ? null : (
        <section className={styles.list}>
          <h2>{t('page.others')}</h2>
          <ul className={styles.list}>
            {without.map(row => (
              <li key={row.key} className={styles.tools}>
                <Link to={`/students/${row.studentId}`}>{nameOf(row)}</Link>
                <span>{t(`problems.${row.problem ?? 'left-out'}`)}</span>
                {row.problem === 'left-out' ? (
                  <Button
                    look="quiet"
                    onPress={() => onChange([{ key: row.key, column: 'included', text: null }])}
                  >
                    {t('page.bring', { name: nameOf(row) })}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Plans title={t('page.saved')} rows={saved} />
      <Plans title={t('page.asBefore')} rows={asBefore} />
      <Discard id={id} />
    </>
  )
}

interface PlansProps {
  readonly title: string
  readonly rows: readonly DraftRow[] | undefined
}

function Plans({ rows = [], title }: PlansProps) {
  const t = useTexts(texts)
  const nameOf = useNameOf()
  if (rows.length === 0) return null
  return (
    <section className={styles.list}>
      <h2>{title}</h2>
      <ul className={styles.people}>
        {rows.map(row => (
          <li key={row.key}>
            <Link to={`/plans/${row.outcome?.planId ?? ''}`}>
              {t('page.openPlan', { name: nameOf(row) })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Discard({ id }: { readonly id: string }) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const discarding = useMutation({
    mutationFn: () => discardDraft(id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['group-drafts', 'open'] })
      navigate('/group-drafts/new')
    },
  })
  return (
    <div>
      <Button look="quiet" onPress={() => setAsking(true)}>
        {t('page.discard')}
      </Button>
      {asking ? (
        <Dialog title={t('page.discard')} onClose={() => setAsking(false)}>
          <p>{t('page.discardSure')}</p>
          {discarding.error === null ? null : <Failure error={discarding.error} />}
          <DialogButtons>
            <Button look="primary" pending={discarding.isPending} onPress={() => discarding.mutate()}>
              {t('page.discard')}
            </Button>
            <Button onPress={() => setAsking(false)}>{t('page.cancel')}</Button>
          </DialogButtons>
        </Dialog>
      ) : null}
    </div>
  )
}
