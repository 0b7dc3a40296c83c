import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../../ui/dialog.tsx'
import type { ImportRunView } from '../contract.ts'
import { resumeImport, stopImport } from './api.ts'
import { texts } from './texts.ts'

type Action = ImportRunView['permittedActions'][number]

const acts = { stop: stopImport, resume: resumeImport }

/** What may be done to the run now; each is asked about first. */
export function RunButtons({ run }: { readonly run: ImportRunView }) {
  const t = useTexts(texts)
  const [asked, setAsked] = useState<Action>()
  return (
    <>
      {run.permittedActions.map(action => (
        <Button
          key={action}
          look={action === 'resume' ? 'primary' : 'secondary'}
          onPress={() => setAsked(action)}
        >
          {t(`run.${action}`)}
        </Button>
      ))}
      {asked === undefined ? null : <Question run={run} action={asked} onClose={() => setAsked(undefined)} />}
    </>
  )
}

interface QuestionProps {
  readonly run: ImportRunView
  readonly action: Action
  readonly onClose: () => void
}

function Question({ run, action, onClose }: QuestionProps) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const acting = useMutation({
    mutationFn: () => acts[action](run.id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['imports'] })
      onClose()
    },
  })
  return (
    <Dialog title={t(`run.${action}Title`)} onClose={onClose}>
      <p>{t(`run.${action}Text`)}</p>
      {acting.error === null ? null : <Failure error={acting.error} />}
      <DialogButtons>
        <Button look="primary" pending={acting.isPending} onPress={() => acting.mutate()}>
          {t(`run.${action}`)}
        </Button>
        <Button onPress={onClose}>{t('run.cancel')}</Button>
      </DialogButtons>
    </Dialog>
  )
}
