import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { problemOf } from '../../../platform/web/api.ts'
import { useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Check } from '../../../ui/check.tsx'
import { Note } from '../../../ui/note.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { DraftPage, DraftRow } from '../contract.ts'
import { forgetPlans, saveDraft } from './api.ts'
import styles from './drafts.module.css'
import { texts } from './texts.ts'
import { useNameOf } from './words.ts'

interface SavePartProps {
  readonly page: DraftPage
  readonly rows: readonly DraftRow[]
  /** Answers are still on their way. */
  readonly busy: boolean
}

/** One button for all that are ready; what is not ready waits here. */
export function SavePart({ busy, page, rows }: SavePartProps) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  const nameOf = useNameOf()
  const [reason, setReason] = useState(t('save.reasonDefault', { template: page.template.name }))
  const [approve, setApprove] = useState(false)
  const ready = rows.filter(row => row.ready && row.outcome === undefined).length
  const same = rows.filter(row => row.unchanged === true && row.outcome === undefined).length
  // A plan to which nothing is added may be approved all the same.
  const stored = approve ? ready : ready - same
  const waiting = rows.filter(
    row => !row.ready && row.problem === undefined && row.outcome === undefined,
  ).length
  const saving = useMutation({
    mutationFn: () => saveDraft(page.id, { reason, approve }),
    onSuccess: async () => {
      announce(t('save.done'))
      await forgetPlans(client, page.id)
    },
  })
  const failedFor = rows.find(row => isAbout(row, saving.error))
  return (
    <>
      {saving.data === undefined ? null : (
        <Note tone="success" title={t('save.done')}>
          <p>{t('save.doneText', saving.data)}</p>
        </Note>
      )}
      {ready === 0 ? null : (
        <section className={styles.bar} aria-labelledby="draft-save">
          <h2 id="draft-save">{t('save.title')}</h2>
          <TextField
            label={t('save.reason')}
            hint={t('save.reasonHint')}
            value={reason}
            onChange={setReason}
            required
            maxLength={500}
            error={reason.trim() === '' ? t('save.reasonMissing') : undefined}
          />
          <Check
            label={t('save.approve')}
            hint={t('save.approveHint')}
            checked={approve}
            onChange={setApprove}
          />
          {stored === 0 ? <p>{t('save.noneChange')}</p> : null}
          {waiting === 0 ? null : <p>{t('save.waiting', { count: waiting })}</p>}
          {failedFor === undefined ? null : (
            <Note tone="error" compact title={t('save.failedFor', { name: nameOf(failedFor) })} />
          )}
          {saving.error === null ? null : <Failure error={saving.error} />}
          <div className={styles.buttons}>
            <Button
              look="primary"
              pending={saving.isPending}
              disabled={busy || reason.trim() === ''}
              onPress={() => saving.mutate()}
            >
              {stored === 0 ? t('save.close') : t('save.button', { count: stored })}
            </Button>
          </div>
        </section>
      )}
    </>
  )
}

/** A refusal names the study right or the plan that it is about. */
function isAbout(row: DraftRow, error: unknown): boolean {
  if (error === null) return false
  const { planId, studyRightOid } = problemOf(error)
  return row.key === studyRightOid || (row.planId !== undefined && row.planId === planId)
}
