import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { ComboBox } from '../../../ui/combo-box.tsx'
import { useNameOf } from '../../qualifications/web/public-name.tsx'
import { studentChoicesQuery } from './api.ts'
import { texts } from './texts.ts'

interface PlanChoiceProps {
  readonly value: string
  readonly onChange: (planId: string) => void
  readonly error: string | undefined
}

/** A plan by the student's name: those who look for a good plan know whose it is. */
export function PlanChoice({ error, onChange, value }: PlanChoiceProps) {
  const t = useTexts(texts)
  const nameOf = useNameOf()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState('')
  const asked = text.trim().length >= 2
  const { data, isFetching } = useQuery({ ...studentChoicesQuery(text.trim()), enabled: asked })
  // Of a student with turvakielto no plan can be copied.
  const students = (data?.items ?? []).filter(one => one.protection !== 'masked')
  const options = students.flatMap(student =>
    student.studyRights.flatMap(({ plan, qualification }) =>
      plan === undefined
        ? []
        : [
            {
              id: plan.id,
              text: student.name ?? student.studentOid,
              detail: nameOf(qualification?.names, t('new.planOf')),
            },
          ],
    ),
  )
  const empty = !asked ? 'new.typeMore' : isFetching ? 'new.searching' : 'new.noMatch'
  return (
    <ComboBox
      label={t('new.student')}
      hint={t('new.studentHint')}
      error={error}
      required
      value={value === '' ? undefined : { id: value, text: chosen }}
      options={asked ? options : []}
      onSearch={setText}
      onClear={() => onChange('')}
      onChoose={id => {
        setChosen(options.find(option => option.id === id)?.text ?? '')
        onChange(id)
      }}
      emptyText={t(empty)}
      openLabel={t('new.open')}
    />
  )
}
