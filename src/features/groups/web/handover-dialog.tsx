import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { Dialog, DialogButtons } from '../../../ui/dialog.tsx'
import fields from '../../../ui/field.module.css'
import { Note } from '../../../ui/note.tsx'
import type { GroupRow } from '../contract.ts'
import { forgetGroups, handOver, staffQuery } from './api.ts'
import { texts } from './texts.ts'

interface HandoverDialogProps {
  readonly group: GroupRow
  readonly onClose: () => void
}

/** A group to another teacher, in one action. */
export function HandoverDialog({ group, onClose }: HandoverDialogProps) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  const staff = useQuery(staffQuery)
  const [teacherId, setTeacherId] = useState('')
  const [tried, setTried] = useState(false)
  const handing = useMutation({
    mutationFn: () => handOver(group.code, { teacherId, version: group.version }),
    onSuccess: async ({ students }) => {
      announce(t('handedOver', { count: students }))
      onClose()
      await forgetGroups(client)
    },
  })
  const others = (staff.data?.items ?? []).filter(member => member.id !== group.teacher?.id)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    if (teacherId !== '') handing.mutate()
  }
  return (
    <Dialog title={t('handOverGroup', { code: group.code })} onClose={onClose}>
      <form className={fields.form} onSubmit={submit} noValidate>
        <p>{t('handOverText')}</p>
        {handing.error === null ? null : <Failure error={handing.error} />}
        {staff.error === null ? null : <Failure error={staff.error} />}
        <Choice
          label={t('newTeacher')}
          value={teacherId}
          options={[
            { value: '', text: t('choose') },
            ...others.map(({ id, name, staffNumber }) => ({ value: id, text: `${name} (${staffNumber})` })),
          ]}
          onChange={setTeacherId}
        />
        {tried && teacherId === '' ? (
          <Note tone="error" title={t('chooseProblem')} live="alert" compact />
        ) : null}
        <DialogButtons>
          <Button type="submit" look="primary" pending={handing.isPending}>
            {t('handOver')}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
