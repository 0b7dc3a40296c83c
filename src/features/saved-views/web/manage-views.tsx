import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { SavedView } from '../contract.ts'
import { changeView, deleteView, viewsQuery } from './api.ts'
import styles from './saved-views.module.css'
import { texts } from './texts.ts'

interface ManageViewsProps {
  readonly views: readonly SavedView[]
  readonly onClose: () => void
}

export default function ManageViews({ views, onClose }: ManageViewsProps) {
  const t = useTexts(texts)
  return (
    <Dialog title={t('manageTitle')} onClose={onClose}>
      <ul className={styles.views}>
        {views.map(view => (
          <li key={view.id}>
            <ViewForm view={view} last={views.length === 1} onLast={onClose} />
          </li>
        ))}
      </ul>
      <DialogButtons>
        <Button onPress={onClose}>{t('cancel')}</Button>
      </DialogButtons>
    </Dialog>
  )
}

interface ViewFormProps {
  readonly view: SavedView
  readonly last: boolean
  /** After the last view there is nothing left to edit. */
  readonly onLast: () => void
}

function ViewForm({ view, last, onLast }: ViewFormProps) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  const [name, setName] = useState(view.name)
  const done = (text: string) => async () => {
    announce(text)
    await client.invalidateQueries({ queryKey: viewsQuery.queryKey })
  }
  const renaming = useMutation({ mutationFn: changeView, onSuccess: done(t('renamed')) })
  const deleting = useMutation({
    mutationFn: deleteView,
    onSuccess: async () => {
      if (last) onLast()
      await done(t('deleted'))()
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    if (name.trim() !== '') renaming.mutate({ ...view, name })
  }
  const error = renaming.error ?? deleting.error
  return (
    <form className={styles.view} onSubmit={submit} noValidate>
      <TextField
        label={t('name')}
        value={name}
        onChange={setName}
        maxLength={60}
        error={name.trim() === '' ? t('nameMissing') : undefined}
      />
      <Button type="submit" pending={renaming.isPending}>
        {t('rename')}
      </Button>
      <Button
        look="quiet"
        label={t('deleteNamed', { name: view.name })}
        pending={deleting.isPending}
        onPress={() => deleting.mutate(view.id)}
      >
        {t('delete')}
      </Button>
      {error === null ? null : <Failure error={error} />}
    </form>
  )
}
