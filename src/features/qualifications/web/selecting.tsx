import { createContext, useContext } from 'react'
import { codeKey } from '../../codes/rules.ts'
import type { Group, Structure, Unit } from '../contract.ts'
import type { QualificationPage } from '../contract-browse.ts'
import type { ChosenPart, FormedGroup, Selection } from '../contract-formation.ts'
import { isGroup } from '../rules.ts'
import { acceptsOf } from '../rules-formation-places.ts'

/** What somebody trying choices has chosen so far. */
export interface Choices {
  readonly units: ReadonlySet<string>
  /** Points planned for open places, by the path of the place. */
  readonly places: Readonly<Record<string, number>>
  readonly competenceArea: string
  readonly title: string
}

export const noChoices: Choices = { units: new Set(), places: {}, competenceArea: '', title: '' }

export function selectionOf(
  { competenceArea, places, title, units }: Choices,
  { root }: Structure,
): Selection {
  const foreign = Object.entries(places).flatMap(([path, points]): ChosenPart[] => {
    const group = groupAt(root, path)
    if (!group || points <= 0) return []
    const accepts = acceptsOf(group.names)
    const kind = accepts === 'any' ? 'local' : accepts
    return kind === 'ownUnits' ? [] : [{ key: `place ${path}`, kind, points, group: path }]
  })
  return {
    parts: [...[...units].map(unit => ({ key: unit, kind: 'unit' as const, unit })), ...foreign],
    ...(competenceArea === '' ? {} : { competenceArea }),
    ...(title === '' ? {} : { title }),
  }
}

export function groupAt(root: Group, path: string): Group | undefined {
  let at: Group | undefined = root
  for (const step of path === '' ? [] : path.split('/')) {
    const member: Group['members'][number] | undefined = at?.members[Number(step)]
    at = member && isGroup(member) ? member : undefined
  }
  return at
}

/** Codes of the areas or titles that stand in the structure, each once. */
export function alternativesIn(root: Group, kind: 'competenceArea' | 'title'): readonly string[] {
  const own = root.role === kind ? root[kind] : undefined
  const inside = root.members.flatMap(member => (isGroup(member) ? alternativesIn(member, kind) : []))
  return [...new Set([...(own === undefined ? [] : [own]), ...inside])]
}

/** What the parts of the drawn structure need from around them. */
export interface Selecting {
  readonly qualificationId: number
  readonly method: string
  readonly units: ReadonlyMap<string, Unit>
  readonly points: (code: string) => Unit['points']
  readonly groups: ReadonlyMap<string, FormedGroup>
  readonly choices: Choices
  readonly change: (choices: Choices) => void
  readonly descriptions: QualificationPage['descriptions']
}

const SelectingContext = createContext<Selecting | undefined>(undefined)
export const SelectingProvider = SelectingContext.Provider

export function useSelecting(): Selecting {
  const value = useContext(SelectingContext)
  if (value === undefined) throw new Error('The structure is drawn inside of its page')
  return value
}

export function withUnit(choices: Choices, code: string, chosen: boolean): Choices {
  const units = new Set(choices.units)
  if (chosen) units.add(codeKey(code))
  else units.delete(codeKey(code))
  return { ...choices, units }
}
