import { pointerTo } from '../../platform/json/look.ts'
import { isTreeList, isTreeObject, type Tree, valueAt } from './rules-tree.ts'
import type { Statement } from './rules-words.ts'
import { isPartList, type Subject, subjectOf } from './rules-words-parts.ts'

/** Two values of one place, of which one is to hold. Where a part is gone on one side its place is its list. */
export interface Choice {
  /** Into `body`. */
  readonly pointer: string
  readonly base?: Tree | undefined
  readonly theirs?: Tree | undefined
  readonly ours?: Tree | undefined
}

/** A choice as a statement, `before` being theirs and `after` ours, so that it is said in the same words as a change. */
export function describeChoice(body: object, { pointer, base, theirs, ours }: Choice): Statement {
  const place = placeIn(body, pointer)
  const member = theirs ?? ours ?? base
  const values = {
    ...(theirs === undefined ? {} : { before: theirs }),
    ...(ours === undefined ? {} : { after: ours }),
  }
  const whole = wholePart(place, member)
  if (whole) return { code: 'set', pointer, keys: [], subjects: [...place.subjects, whole], ...values }
  // A text of a list, one of which took it away.
  const inList = isTreeList(place.value) && !isTreeList(member)
  const field = inList || place.field !== '' ? place.field : place.list
  return { code: 'set', pointer, keys: [], subjects: place.subjects, field, ...values }
}

interface FoundPlace {
  readonly subjects: readonly Subject[]
  readonly field: string
  /** The last list or key on the way. */
  readonly list: string
  readonly pointer: string
  readonly value: Tree | undefined
}

/** The part that both are versions of, or that one side has no more. */
function wholePart(place: FoundPlace, member: Tree | undefined): Subject | undefined {
  if (!isTreeObject(member) || !isPartList(place.list)) return undefined
  if (isTreeList(place.value)) return subjectOf(place.list, place.pointer, member, [])
  return undefined
}

function placeIn(body: object, pointer: string): FoundPlace {
  const found: FoundPlace = { subjects: [], field: '', list: '', pointer: '', value: body as Tree }
  return tokensOf(pointer).reduce(stepInto, found)
}

function stepInto(place: FoundPlace, token: string): FoundPlace {
  const pointer = pointerTo(place.pointer, token)
  if (!isTreeList(place.value)) {
    const value = isTreeObject(place.value) ? valueAt(place.value, token) : undefined
    const field = place.field === '' ? token : `${place.field}.${token}`
    return { ...place, field, list: token, pointer, value }
  }
  const member = place.value[Number(token)]
  if (!isTreeObject(member) || !isPartList(place.list)) return { ...place, pointer, value: member }
  const subjects = [...place.subjects, subjectOf(place.list, pointer, member, place.value)]
  return { ...place, subjects, field: '', pointer, value: member }
}

function tokensOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map(token => token.replaceAll('~1', '/').replaceAll('~0', '~'))
}
