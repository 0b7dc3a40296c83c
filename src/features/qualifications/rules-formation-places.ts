import type { Names } from '../codes/contract.ts'
import type { PartKind } from './contract-formation.ts'

/** What an open place of the structure takes. `ownUnits`: units of this qualification from outside the branch. */
export type Accepts = Exclude<PartKind, 'unit' | 'extension'> | 'ownUnits' | 'any'

// The national files tell the kind of an open place in its name only. The first that fits counts.
const rules: readonly (readonly [RegExp, Accepts])[] = [
  [/valinnais\S* osaamistavoit|valfri\S* (mål|lärandemål)/i, 'optionalGoals'],
  [/osa-aluei|lukio|jatko-opin|gymnasi|delområde/i, 'generalStudies'],
  [/korkeakoul|högskol/i, 'higherEducation'],
  [/paikallis|lokal/i, 'local'],
  [/tämän tutkinnon|denna examen|samma examen/i, 'ownUnits'],
  [/toises|perustutkin|ammattitutkin|annan|grundexam|yrkesexam/i, 'otherQualification'],
]

/** The kind named by the texts of an open place; where they name none, it takes anything foreign. */
export function acceptsOf(names: Names): Accepts {
  for (const text of [names.fi, names.sv]) {
    const found = text === undefined ? undefined : rules.find(([pattern]) => pattern.test(text))
    if (found) return found[1]
  }
  return 'any'
}
