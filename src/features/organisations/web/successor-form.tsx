import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { pickName } from '../../../platform/i18n/names.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { OrganisationView, Successor } from '../contract.ts'
import { organisationQuery, saveSuccessors } from './api.ts'
import styles from './organisations.module.css'
import { texts } from './texts.ts'

const empty: Successor = { oid: '', changesOn: '', source: '' }

/** The successors are saved as one list: one is added to it, or taken out of it. */
export function SuccessorForm({ organisation }: { readonly organisation: OrganisationView }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const [added, setAdded] = useState(empty)
  const [tried, setTried] = useState(false)
  const stored = organisation.successors.map(({ names: _names, ...one }): Successor => one)
  const saving = useSaving(organisation.oid, () => {
    setAdded(empty)
    setTried(false)
  })
  const whole = added.oid.trim() !== '' && added.changesOn !== '' && added.source.trim() !== ''
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (whole) saving.mutate([...stored, { ...added, oid: added.oid.trim(), source: added.source.trim() }])
  }
  const set = (name: keyof Successor) => (value: string) => setAdded({ ...added, [name]: value })
  return (
    <>
      {organisation.successors.map(({ names, oid }) => (
        <p key={oid}>
          <Button
            pending={saving.isPending}
            onPress={() => saving.mutate(stored.filter(one => one.oid !== oid))}
          >
            {t('remove', { name: pickName(names, language)?.text ?? oid })}
          </Button>
        </p>
      ))}
      <form className={styles.form} onSubmit={submit} noValidate>
        <h3>{t('follow')}</h3>
        <p>{t('followLead')}</p>
        <TextField
          label={t('successorOid')}
          value={added.oid}
          onChange={set('oid')}
          maxLength={100}
          required
        />
        <DateField label={t('from')} value={added.changesOn} onChange={set('changesOn')} required />
        <TextField
          label={t('readFrom')}
          value={added.source}
          onChange={set('source')}
          maxLength={500}
          error={tried && !whole ? t('incomplete') : undefined}
          required
        />
        {saving.error === null ? null : <Failure error={saving.error} />}
        <div>
          <Button type="submit" look="primary" pending={saving.isPending}>
            {t('save')}
          </Button>
        </div>
      </form>
    </>
  )
}

function useSaving(oid: string, onSaved: () => void) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  return useMutation({
    mutationFn: (successors: readonly Successor[]) => saveSuccessors(oid, successors),
    onSuccess: async () => {
      onSaved()
      announce(t('saved'))
      await client.invalidateQueries({ queryKey: organisationQuery(oid).queryKey })
    },
  })
}
