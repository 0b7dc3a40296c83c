import { useEffect, useState } from 'react'
import type { TemplateEdit, TemplatePage } from '../contract-api.ts'
import { bodyOf, type Draft, type DraftUnit, draftOf } from './draft.ts'

/** What is being written, with the name and whose it is. */
export interface Written {
  readonly name: string
  readonly competenceArea: string
  readonly groupCode: string
  readonly draft: Draft
}

export interface Writing {
  readonly written: Written
  readonly set: (change: Partial<Written>) => void
  readonly setDraft: (change: (draft: Draft) => Draft) => void
  readonly setUnit: (id: string, change: (unit: DraftUnit) => DraftUnit) => void
  /** Undefined while something typed cannot be stored. */
  readonly edit: Omit<TemplateEdit, 'reason'> | undefined
  readonly dirty: boolean
}

export function writtenOf({ body, template }: TemplatePage): Written {
  return {
    name: template.name,
    competenceArea: template.competenceArea ?? '',
    groupCode: template.groupCode ?? '',
    draft: draftOf(body),
  }
}

function editOf({ competenceArea, draft, groupCode, name }: Written): Writing['edit'] {
  const body = bodyOf(draft)
  const said = name.trim()
  if (body === undefined || said === '' || said.length > 200 || groupCode.trim().length > 60) return undefined
  return {
    name: said,
    ...(competenceArea === '' ? {} : { competenceArea }),
    ...(groupCode.trim() === '' ? {} : { groupCode: groupCode.trim() }),
    body,
  }
}

/**
 * @param begun what the page opened with, or what was saved last
 * @param kept what was written here before and not saved
 */
export function useDraft(begun: Written, kept: Written | undefined): Writing {
  const [written, setWritten] = useState(kept ?? begun)
  const dirty = JSON.stringify(written) !== JSON.stringify(begun)
  useEffect(() => {
    if (!dirty) return
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [dirty])
  const setDraft: Writing['setDraft'] = change =>
    setWritten(before => ({ ...before, draft: change(before.draft) }))
  return {
    written,
    set: change => setWritten(before => ({ ...before, ...change })),
    setDraft,
    setUnit: (id, change) =>
      setDraft(draft => ({
        ...draft,
        units: draft.units.map(unit => (unit.id === id ? change(unit) : unit)),
      })),
    edit: editOf(written),
    dirty,
  }
}
