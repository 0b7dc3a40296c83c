import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { pickName } from '../../../../platform/i18n/names.ts'
import { useLanguage, useTexts } from '../../../../platform/web/language.tsx'
import { ComboBox, type ComboOption } from '../../../../ui/combo-box.tsx'
import type { OrganisationRow } from '../../../organisations/contract.ts'
import { valueAt } from '../editor/body.ts'
import { useEditor } from '../editor-context.tsx'
import { Field } from '../parts/places.tsx'
import { texts } from '../parts/texts.ts'
import { organisationNameQuery, organisationsQuery } from './api.ts'

interface OrganisationPlaceProps {
  /** Where its OID stands. */
  readonly pointer: string
  readonly label: string
  readonly hint?: string
  /** The member of an object that goes with it when nothing is chosen; the OID's own place without it. */
  readonly whole?: string
}

/** A school, a site or a provider by its name; what is stored is its OID. */
export function OrganisationPlace({ pointer, label, hint, whole }: OrganisationPlaceProps) {
  const t = useTexts(texts)
  const { plan, set } = useEditor()
  const [text, setText] = useState('')
  const { data, error, isFetching } = useQuery({ ...organisationsQuery(text), enabled: text.trim() !== '' })
  const stored = valueAt(plan, pointer)
  const oid = typeof stored === 'string' && stored !== '' ? stored : undefined
  const option = useOption()
  const present = useQuery({ ...organisationNameQuery(oid ?? ''), enabled: oid !== undefined })
  const options = text.trim() === '' ? [] : (data?.items ?? []).map(option)
  const chosen = oid === undefined ? undefined : option({ oid, names: present.data?.names ?? {} })
  return (
    <Field pointer={pointer}>
      <ComboBox
        label={label}
        hint={hint}
        value={chosen}
        options={options}
        onSearch={setText}
        onChoose={id => set(pointer, id)}
        onClear={() => set(whole ?? pointer, undefined)}
        emptyText={emptyText(t, { asked: text.trim() !== '', away: error !== null, loading: isFetching })}
        openLabel={t('search.open')}
        {...(data?.next === undefined || options.length === 0 ? {} : { footnote: t('search.more') })}
      />
    </Field>
  )
}

interface Searching {
  readonly asked: boolean
  readonly away: boolean
  readonly loading: boolean
}

export function emptyText(
  t: (key: 'search.type' | 'search.loading' | 'search.away' | 'search.nothing') => string,
  { asked, away, loading }: Searching,
): string {
  if (!asked) return t('search.type')
  if (loading) return t('search.loading')
  return t(away ? 'search.away' : 'search.nothing')
}

type Named = Pick<OrganisationRow, 'oid' | 'names'> & Partial<Pick<OrganisationRow, 'parent' | 'businessId'>>

function useOption(): (row: Named) => ComboOption {
  const { language } = useLanguage()
  return ({ businessId, names, oid, parent }) => {
    const name = pickName(names, language)
    const detail = pickName(parent?.names, language)?.text ?? businessId
    return {
      id: oid,
      text: name?.text ?? oid,
      lang: name?.language,
      ...(detail === undefined ? {} : { detail }),
    }
  }
}
