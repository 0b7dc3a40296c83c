import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { problemOf } from '../../../platform/web/api.ts'
import { useTexts } from '../../../platform/web/language.tsx'
import { useSaving } from '../../../platform/web/use-saving.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Button } from '../../../ui/button.tsx'
import fields from '../../../ui/field.module.css'
import { SaveFailure } from '../../../ui/save-failure.tsx'
import type { PlainField, StatementBody, StatementView, WordedField } from '../contract.ts'
import { fieldsOf, missingFields } from '../rules.ts'
import { publishStatement, saveStatement, statementQuery } from './api.ts'
import { PlainInput, WordedInput } from './statement-fields.tsx'
import { texts } from './texts.ts'

interface StatementFormProps {
  readonly statement: StatementView
  readonly onSaid: (said: string) => void
}

export function StatementForm({ statement, onSaid }: StatementFormProps) {
  const t = useTexts(texts)
  const { kind, publishedVersion, version } = statement
  const { queryKey } = statementQuery(kind)
  const [body, setBody] = useState<StatementBody>(statement.body)
  const client = useQueryClient()
  const announce = useAnnounce()
  const say = (said: string) => () => {
    announce(said)
    onSaid(said)
    void client.invalidateQueries({ queryKey: ['statements', 'public'] })
  }
  const saving = useSaving(saveStatement, queryKey, say(t('saved')))
  const publishing = useSaving(publishStatement, queryKey, say(t('published')))
  const changed = JSON.stringify(body) !== JSON.stringify(statement.body)
  const missing = new Set(missingFields(kind, body))
  const { plain, worded } = fieldsOf[kind]
  const problemOfPlain = (field: PlainField) => (missing.has(field) ? t('fieldMissing') : undefined)
  const problemOfWorded = (field: WordedField) =>
    missing.has(field) ? t('fieldMissingLanguages') : undefined
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    saving.mutate({ kind, body, version })
  }
  const failed = saving.error ?? publishing.error
  return (
    <form className={fields.form} onSubmit={submit} noValidate>
      {plain.map(field => (
        <PlainInput
          key={field}
          field={field}
          value={body.plain[field] ?? ''}
          error={problemOfPlain(field)}
          onChange={value => setBody({ ...body, plain: { ...body.plain, [field]: value } })}
        />
      ))}
      {worded.map(field => (
        <WordedInput
          key={field}
          field={field}
          value={body.worded[field] ?? { fi: '', sv: '', en: '' }}
          error={problemOfWorded(field)}
          onChange={value => setBody({ ...body, worded: { ...body.worded, [field]: value } })}
        />
      ))}
      <SaveFailure
        error={failed}
        conflict={problemOf(failed).status === 409}
        reload={{ text: t('reload'), onPress: () => void client.invalidateQueries({ queryKey }) }}
      />
      {changed && missing.size === 0 ? <p className={fields.hint}>{t('unsaved')}</p> : null}
      <div className={fields.row}>
        <Button type="submit" look="primary" pending={saving.isPending}>
          {t('save')}
        </Button>
        <Button
          disabled={changed || missing.size > 0 || version === 0 || publishedVersion === version}
          pending={publishing.isPending}
          onPress={() => publishing.mutate({ kind, version })}
        >
          {t('publish')}
        </Button>
      </div>
    </form>
  )
}
