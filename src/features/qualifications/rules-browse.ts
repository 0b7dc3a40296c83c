import { codeKey } from '../codes/rules.ts'
import type { Qualification } from './contract.ts'
import type { ListedQualification, OtherQualification } from './contract-browse.ts'
import { validityOn } from './rules.ts'

const plain = (text: string) => text.normalize('NFC').toLowerCase()

/**
 * Does the qualification answer to the words? Each must begin a word of a name in any language, of a competence area's or
 * a title's, or stand in the diary number or an education code.
 */
export function answersTo(qualification: Qualification, query: string): boolean {
  const words = plain(query)
    .split(/\s+/)
    .filter(word => word !== '')
  if (words.length === 0) return true
  const { competenceAreas, diaryNumber, educationCodes, names, titles } = qualification
  const named = [names, ...[...competenceAreas, ...titles].map(one => one.names)]
  const starts = named
    .flatMap(one => Object.values(one))
    .flatMap(name => plain(name).split(/[^\p{L}\p{N}]+/u))
  const codes = [diaryNumber, ...educationCodes].map(plain)
  return words.every(
    word => starts.some(start => start.startsWith(word)) || codes.some(code => code.includes(word)),
  )
}

export function listed(qualification: Qualification, today: string): ListedQualification {
  const { diaryNumber, educationType, id, names, structures, transitionUntil, validFrom, validUntil } =
    qualification
  const newest = structures.find(one => one.method === 'reformi') ?? structures[0]
  return {
    id,
    diaryNumber,
    names,
    ...(educationType === undefined ? {} : { educationType }),
    ...(newest?.totalPoints ? { totalPoints: newest.totalPoints } : {}),
    validity: validityOn(qualification, today),
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validUntil === undefined ? {} : { validUntil }),
    ...(transitionUntil === undefined ? {} : { transitionUntil }),
  }
}

function other(diaryNumber: string, all: readonly Qualification[]): OtherQualification {
  const found = all.findLast(one => one.diaryNumber === diaryNumber)
  return found ? { diaryNumber, id: found.id, names: found.names } : { diaryNumber }
}

/** Which qualifications this one replaced, and which replace it: each file tells only the former. */
export function replacementsOf({ diaryNumber, replaces }: Qualification, all: readonly Qualification[]) {
  const later = all.filter(one => one.replaces.includes(diaryNumber)).map(one => one.diaryNumber)
  return {
    replaces: [...new Set(replaces)].map(number => other(number, all)),
    replacedBy: [...new Set(later)].map(number => other(number, all)),
  }
}

/** Names of a unit, or of a part of preparatory education, of the qualification. */
export function namesOfPart({ educationParts, units }: Qualification, codeUri: string) {
  const key = codeKey(codeUri)
  return [...units, ...educationParts].find(one => codeKey(one.codeUri) === key)?.names
}
