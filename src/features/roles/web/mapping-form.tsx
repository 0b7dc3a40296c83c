import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useRef, useState } from 'react'
import { problemOf } from '../../../platform/web/api.ts'
import { useTexts } from '../../../platform/web/language.tsx'
import { useSaving } from '../../../platform/web/use-saving.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Button } from '../../../ui/button.tsx'
import fields from '../../../ui/field.module.css'
import { focusFirstInvalid } from '../../../ui/invalid.ts'
import { SaveFailure } from '../../../ui/save-failure.tsx'
import type { GroupRoles, RoleMappingView } from '../contract.ts'
import { mappingQuery, saveMapping } from './api.ts'
import { MappingRow } from './mapping-row.tsx'
import styles from './roles.module.css'
import { texts } from './texts.ts'

interface MappingFormProps {
  readonly mapping: RoleMappingView
  readonly onSaved: (version: number) => void
}

/** A row with a key of its own, so that what is typed stays with its row when another one goes. */
interface Row extends GroupRoles {
  readonly key: number
}

export function MappingForm({ mapping: { items, version }, onSaved }: MappingFormProps) {
  const t = useTexts(texts)
  const list = useRef<HTMLUListElement>(null)
  const [rows, setRows] = useState<readonly Row[]>(() => items.map((item, key) => ({ ...item, key })))
  const [tried, setTried] = useState(false)
  const id = useId()
  const client = useQueryClient()
  const announce = useAnnounce()
  const saving = useSaving(saveMapping, mappingQuery.queryKey, saved => {
    announce(t('saved'))
    onSaved(saved.version)
  })
  const isTwice = (row: Row) =>
    rows.some(other => other.key !== row.key && other.group.trim() === row.group.trim())
  const isFine = (row: Row) => row.group.trim() !== '' && row.roles.length > 0 && !isTwice(row)
  const add = (): void => {
    const key = Math.max(-1, ...rows.map(row => row.key)) + 1
    setTried(false)
    setRows([...rows, { key, group: '', roles: [] }])
    requestAnimationFrame(() => document.getElementById(`${id}-${key}`)?.querySelector('input')?.focus())
  }
  const remove = (row: Row): void => {
    setRows(rows.filter(other => other !== row))
    list.current?.focus()
  }
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    if (rows.every(isFine))
      saving.mutate({ items: rows.map(({ group, roles }) => ({ group: group.trim(), roles })), version })
    else focusFirstInvalid(event.currentTarget)
  }
  return (
    <form className={fields.form} onSubmit={submit} noValidate>
      {rows.length === 0 ? <p>{t('mappingNone')}</p> : null}
      <ul ref={list} className={styles.rows} tabIndex={-1} aria-label={t('mapping')}>
        {rows.map((row, index) => (
          <li key={row.key} id={`${id}-${row.key}`}>
            <MappingRow
              number={index + 1}
              row={row}
              tried={tried}
              twice={isTwice(row)}
              onChange={changed =>
                setRows(rows.map(other => (other === row ? { ...row, ...changed } : other)))
              }
              onRemove={() => remove(row)}
            />
          </li>
        ))}
      </ul>
      <SaveFailure
        error={saving.error}
        conflict={problemOf(saving.error).status === 409}
        reload={{
          text: t('reload'),
          onPress: () => void client.invalidateQueries({ queryKey: mappingQuery.queryKey }),
        }}
      />
      <div className={fields.row}>
        <Button type="submit" look="primary" pending={saving.isPending}>
          {t('save')}
        </Button>
        <Button onPress={add}>{t('addGroup')}</Button>
      </div>
    </form>
  )
}
