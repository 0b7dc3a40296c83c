/** How long the texts are that people write. What registers send is not bounded by these. */
import { peopleKeys } from './rules-contacts.ts'
import { isTreeList, isTreeObject, type Tree } from './rules-tree.ts'

export const textLimit = 20_000
export const nameLimit = 500
export const emailLimit = 500
export const phoneLimit = 256

export interface TooLong {
  readonly pointer: string
  readonly limit: number
  readonly count: number
}

/** The first text that is longer than what is stored of people's writing; `kept` are texts that stood there before. */
export function firstTooLong(plan: object, kept: ReadonlySet<string> = new Set()): TooLong | undefined {
  return tooLongIn(plan as Tree).find(({ text }) => !kept.has(text))
}

/** Long texts of a stored plan, as a register may have sent them: they may stay when a person saves. */
export function longTextsOf(plan: object): ReadonlySet<string> {
  return new Set(tooLongIn(plan as Tree).map(({ text }) => text))
}

type Found = TooLong & { readonly text: string }

function tooLongIn(plan: Tree): Found[] {
  const found: Found[] = []
  const look = (tree: Tree | undefined, pointer: string, key: string, isPerson: boolean): void => {
    if (typeof tree === 'string') {
      const limit = limitOf(key, isPerson)
      const count = tree.length <= limit ? 0 : [...tree].length
      if (count > limit) found.push({ pointer, limit, count, text: tree })
    } else if (isTreeList(tree)) {
      for (const [index, item] of tree.entries()) look(item, `${pointer}/${index}`, key, isPerson)
    } else if (isTreeObject(tree)) {
      const person = Object.hasOwn(peopleKeys, key)
      for (const [name, value] of Object.entries(tree)) look(value, `${pointer}/${name}`, name, person)
    }
  }
  look(plan, '', '', false)
  return found
}

function limitOf(key: string, isPerson: boolean): number {
  if (key === 'email') return emailLimit
  if (key === 'phone') return phoneLimit
  return key === 'name' && isPerson ? nameLimit : textLimit
}
