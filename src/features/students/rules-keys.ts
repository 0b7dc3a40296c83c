/** What a student is found by. Of a student with turvakielto (`protected`) only the numbers are. */
export interface KeyedStudent {
  readonly givenNames?: string | null | undefined
  readonly calledName?: string | null | undefined
  readonly familyName?: string | null | undefined
  readonly studentOid: string
  readonly studentNumber?: string | null | undefined
  readonly protected?: boolean | undefined
}

const atMost = { words: 10, length: 160 }

/**
 * The first letter of every key: whoever is found by the beginning of the family name (or by a number) comes first, then
 * by the called name, then by any other word or part of a name.
 */
export const ranks = ['0', '1', '2'] as const
export type Rank = (typeof ranks)[number]

/**
 * The keys of a student. Each key of a name starts from another of its words and holds all the others behind it, so
 * a range of keys finds whoever has a word that begins so, and the rest of what was typed is looked for in the key
 * itself. Before it stands the rank of the word that it starts from. Numbers are keys as they are written and without what stands between their digits.
 */
export function keysOf(student: KeyedStudent): string[] {
  const numbers = [...oidKeys(student.studentOid), ...numberKeys(student.studentNumber ?? '')]
  const names = student.protected === true ? [] : nameKeys(student)
  return [...new Set([...names, ...numbers])]
}

function nameKeys({ givenNames, calledName, familyName }: KeyedStudent): string[] {
  const given = [...new Set([...wordsOf(calledName ?? ''), ...wordsOf(givenNames ?? '')])].slice(
    0,
    atMost.words,
  )
  const family = wordsOf(familyName ?? '').slice(0, atMost.words)
  const byGiven = given.map((word, at) =>
    keyOf(at === 0 ? '1' : '2', [word, ...family, ...given.toSpliced(at, 1)]),
  )
  const byFamily = family.map((_, at) =>
    keyOf(at === 0 ? '0' : '2', [...family.slice(at), ...given, ...family.slice(0, at)]),
  )
  return [...byGiven, ...byFamily]
}

/** A learner number is typed whole or by its last part, which is what differs between two of them. */
function oidKeys(oid: string): string[] {
  const last = oid.slice(oid.lastIndexOf('.') + 1)
  return [oid, last].filter(key => key !== '').map(key => keyOf('0', [key]))
}

function numberKeys(number: string): string[] {
  const words = wordsOf(number)
  return words.length === 0 ? [] : [keyOf('0', words), keyOf('0', [words.join('')])]
}

const keyOf = (rank: Rank, words: readonly string[]): string =>
  `${rank}${words.join(' ')}`.slice(0, atMost.length)

/** Letters that Unicode does not take apart, as people type them who have other keyboards. */
const alike: Readonly<Record<string, string>> = {
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
}

/** A text in small letters without marks: a, ä and å are one letter, o and ö another. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[øæœßłđðþħŧŋı]/g, letter => alike[letter] ?? letter)
}

/** Its words: letters and digits. An apostrophe inside a name parts nothing, a hyphen does. */
export function wordsOf(text: string): string[] {
  return fold(text.replaceAll(/['’ʼ`´]/g, '')).match(/[\p{L}\p{N}]+/gu) ?? []
}
