import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../../ui/dialog.tsx'
import { Fact, Facts } from '../../../ui/facts.tsx'
import fields from '../../../ui/field.module.css'
import { Section } from '../../../ui/section.tsx'
import { retentionTexts } from '../../settings/web/public-retention.ts'
import type { RetentionPreview } from '../contract.ts'
import { previewKey, previewQuery, runsKey, startRun } from './api.ts'
import { texts } from './texts.ts'

/** What would go, counted when it is asked for; and the button that lets it go. */
export function NowSection() {
  const t = useTexts(texts)
  const preview = useQuery(previewQuery)
  const [asking, setAsking] = useState(false)
  return (
    <Section id="now" title={t('now')}>
      <p>{t('nowLead')}</p>
      <div role="status">{preview.data === undefined ? null : <Preview {...preview.data} />}</div>
      {preview.error === null ? null : <Failure error={preview.error} />}
      <div className={fields.row}>
        <Button pending={preview.isFetching} onPress={() => void preview.refetch()}>
          {t('show')}
        </Button>
        <Button onPress={() => setAsking(true)}>{t('run')}</Button>
      </div>
      {asking ? <RunDialog onClose={() => setAsking(false)} /> : null}
    </Section>
  )
}

function Preview({ items }: RetentionPreview) {
  const t = useTexts(texts)
  const kept = useTexts(retentionTexts)
  if (items.every(({ due }) => due === 0)) return <p>{t('nothingDue')}</p>
  return (
    <Facts>
      {items.map(({ before, due, kind }) => (
        <Fact key={kind} name={kept(`kinds.${kind}.title`)}>
          {t('due', { count: due, date: before })}
        </Fact>
      ))}
    </Facts>
  )
}

function RunDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  const starting = useMutation({
    mutationFn: startRun,
    onSuccess: async () => {
      client.removeQueries({ queryKey: previewKey })
      await client.invalidateQueries({ queryKey: runsKey })
      announce(t('started'))
      onClose()
    },
  })
  return (
    <Dialog title={t('runTitle')} onClose={onClose}>
      <p>{t('runText')}</p>
      {starting.error === null ? null : <Failure error={starting.error} />}
      <DialogButtons>
        <Button look="primary" pending={starting.isPending} onPress={() => starting.mutate()}>
          {t('run')}
        </Button>
        <Button onPress={onClose}>{t('cancel')}</Button>
      </DialogButtons>
    </Dialog>
  )
}
