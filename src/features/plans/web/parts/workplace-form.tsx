import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../../../platform/web/language.tsx'
import { Button } from '../../../../ui/button.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import { emailLimit, phoneLimit } from '../../rules-bounds.ts'
import type { Acquiring } from '../acquiring.tsx'
import { listAt } from '../editor/body.ts'
import { FieldFindings } from '../editor/field-findings.tsx'
import { useEditor } from '../editor-context.tsx'
import { workplaceKnownQuery } from '../pick/api.ts'
import { PersonPlace, usePerson } from '../pick/person-place.tsx'
import { textAt, WorkplacePlace } from '../pick/workplace-place.tsx'
import { texts as planTexts } from '../texts.ts'
import styles from './parts.module.css'
import { Field, LinesPlace } from './places.tsx'
import { texts } from './texts.ts'

interface WorkplaceFormProps {
  readonly pointer: string
  readonly unit: Acquiring
  readonly title: string
}

/** Where, with whose guidance, and what is done there. */
export function WorkplaceForm({ pointer, title }: WorkplaceFormProps) {
  const t = useTexts(texts)
  const named = useTexts(planTexts)
  const { plan, set } = useEditor()
  const name = textAt(plan, `${pointer}/name`).trim()
  const businessId = textAt(plan, `${pointer}/businessId`)
  // Whoever is known there is people: asked for once somebody looks for them, not while a name is being typed.
  const [asked, setAsked] = useState<{ readonly name: string; readonly businessId: string }>()
  const known = useQuery({
    ...workplaceKnownQuery(asked?.name ?? '', asked?.businessId === '' ? undefined : asked?.businessId),
    enabled: asked !== undefined && asked.name === name && name !== '',
    retry: false,
  })
  const ask = (): void => setAsked({ name, businessId })
  const tasks = listAt(plan, `${pointer}/tasks`)
  const more = (known.data?.tasks ?? []).filter(task => !tasks.includes(task))
  return (
    <fieldset className={styles.group}>
      <legend>{title}</legend>
      <FieldFindings pointer={pointer} />
      <WorkplacePlace pointer={pointer} label={named('fields.workplace')} hint={t('period.workplaceHint')} />
      <div className={styles.fields}>
        <PersonPlace
          onLook={ask}
          pointer={`${pointer}/instructor`}
          label={named('fields.instructor')}
          hint={t('period.instructorHint')}
          known={known.data?.instructors ?? []}
          loading={known.isFetching}
        />
        <Reach pointer={`${pointer}/instructor`} />
        <LinesPlace
          pointer={`${pointer}/tasks`}
          label={named('fields.tasks')}
          hint={t('period.tasksHint')}
          required
        />
      </div>
      {more.length === 0 ? null : (
        <div>
          <Button look="quiet" onPress={() => set(`${pointer}/tasks`, [...tasks, ...more])}>
            {t('period.useTasks')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

/** How a person is reached. */
function Reach({ pointer }: { readonly pointer: string }) {
  const named = useTexts(planTexts)
  const { email, phone, write } = usePerson(pointer)
  const orNothing = (text: string): string | undefined => (text.trim() === '' ? undefined : text)
  return (
    <div className={styles.group}>
      <Field pointer={`${pointer}/email`}>
        <TextField
          label={named('fields.email')}
          inputMode="email"
          maxLength={emailLimit}
          value={email}
          onChange={text => write({ email: orNothing(text) })}
        />
      </Field>
      <Field pointer={`${pointer}/phone`}>
        <TextField
          label={named('fields.phone')}
          inputMode="tel"
          maxLength={phoneLimit}
          value={phone}
          onChange={text => write({ phone: orNothing(text) })}
        />
      </Field>
    </div>
  )
}
