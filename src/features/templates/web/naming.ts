import { useTexts } from '../../../platform/web/language.tsx'
import type { Names } from '../../codes/contract.ts'
import { codeKey } from '../../codes/rules.ts'
import { useNameOf } from '../../qualifications/web/public-name.tsx'
import type { TemplatePage } from '../contract-api.ts'
import type { DraftUnit } from './draft.ts'
import { texts } from './texts.ts'

interface Known {
  readonly names: Names
  readonly points?: number | undefined
}

/** What the page knows of a code: of the body's own codes, and of those that one may choose. */
export function knownCodes({ choices, names }: Pick<TemplatePage, 'choices' | 'names'>) {
  const known = new Map<string, Known>()
  for (const [code, { points, ...own }] of Object.entries(names))
    known.set(codeKey(code), { names: own, points })
  const units = [...(choices?.groups ?? []).flatMap(group => group.units), ...(choices?.commonUnits ?? [])]
  for (const unit of units) {
    known.set(codeKey(unit.code), { names: unit.names, points: unit.points?.min })
    for (const area of unit.subjectAreas) known.set(codeKey(area.code), { names: area.names })
  }
  return known
}

export interface Naming {
  readonly ofCode: (code: string) => string
  readonly ofUnit: (unit: DraftUnit) => string
  readonly points: (code: string) => number | undefined
}

export function useNaming(page: Pick<TemplatePage, 'choices' | 'names'>): Naming {
  const t = useTexts(texts)
  const nameOf = useNameOf()
  const known = knownCodes(page)
  const ofCode = (code: string) => nameOf(known.get(codeKey(code))?.names, code)
  return {
    ofCode,
    ofUnit: unit => (unit.kind === 'local' ? unit.name.trim() || t('edit.unnamed') : ofCode(unit.code)),
    points: code => known.get(codeKey(code))?.points,
  }
}
