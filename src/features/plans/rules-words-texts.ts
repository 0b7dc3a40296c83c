/** A stretch of a text that two versions share, or that only one of them has. */
export interface Stretch {
  readonly text: string
  readonly mark?: 'before' | 'after'
}

/** More pairs of words than this are not compared: the middle is then told as one exchange. */
const mostPairs = 200_000

/** The words that differ between two texts, in their order; spaces belong to the word after them. */
export function wordDifference(before: string, after: string): Stretch[] {
  const [was, is] = [wordsOf(before), wordsOf(after)]
  const told = compared(was, is)
  // Only the spaces differ: the reader would see no difference at all.
  if (before !== after && !told.some(({ mark }) => mark !== undefined)) {
    return [
      { text: before, mark: 'before' },
      { text: after, mark: 'after' },
    ]
  }
  return told
}

function compared(was: readonly string[], is: readonly string[]): Stretch[] {
  const start = commonLength(was, is, (words, at) => words[at])
  const rest = Math.min(was.length, is.length) - start
  const end = Math.min(
    rest,
    commonLength(was, is, (words, at) => words[words.length - 1 - at]),
  )
  const stretches = new Stretches()
  stretches.add(undefined, is.slice(0, start))
  tellMiddle(was.slice(start, was.length - end), is.slice(start, is.length - end), stretches)
  stretches.add(undefined, is.slice(is.length - end))
  return stretches.list
}

function wordsOf(text: string): string[] {
  return text.match(/\s*\S+|\s+$/gu) ?? []
}

/** Whatever stands before it: the first word of a text has no space. */
function sameWord(a: string | undefined, b: string | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.trimStart() === b.trimStart())
}

function commonLength(
  a: readonly string[],
  b: readonly string[],
  wordAt: (words: readonly string[], at: number) => string | undefined,
): number {
  const shorter = Math.min(a.length, b.length)
  let at = 0
  while (at < shorter && sameWord(wordAt(a, at), wordAt(b, at))) at += 1
  return at
}

/** Joins neighbours of one kind. */
class Stretches {
  readonly list: { text: string; mark?: 'before' | 'after' }[] = []

  add(mark: 'before' | 'after' | undefined, words: readonly string[]): void {
    if (words.length === 0) return
    const text = words.join('')
    const last = this.list.at(-1)
    if (last !== undefined && last.mark === mark) last.text += text
    else this.list.push(mark === undefined ? { text } : { text, mark })
  }
}

function tellMiddle(was: readonly string[], is: readonly string[], stretches: Stretches): void {
  if (was.length * is.length > mostPairs) {
    stretches.add('before', was)
    stretches.add('after', is)
    return
  }
  const common = commonTable(was, is)
  let [i, j] = [0, 0]
  let [gone, come]: [string[], string[]] = [[], []]
  const flush = () => {
    stretches.add('before', gone)
    stretches.add('after', come)
    gone = []
    come = []
  }
  while (i < was.length || j < is.length) {
    const [a, b] = [was[i], is[j]]
    if (a !== undefined && b !== undefined && sameWord(a, b)) {
      flush()
      stretches.add(undefined, [b])
      i += 1
      j += 1
    } else if (b === undefined || (a !== undefined && at(common, i + 1, j) >= at(common, i, j + 1))) {
      gone.push(a ?? '')
      i += 1
    } else {
      come.push(b)
      j += 1
    }
  }
  flush()
}

const at = (table: readonly Uint32Array[], i: number, j: number): number => table[i]?.[j] ?? 0

/** How many words both have in common from each pair of places on. */
function commonTable(was: readonly string[], is: readonly string[]): Uint32Array[] {
  const table = Array.from({ length: was.length + 1 }, () => new Uint32Array(is.length + 1))
  for (let i = was.length - 1; i >= 0; i -= 1) {
    const row = table[i]
    if (row === undefined) continue
    for (let j = is.length - 1; j >= 0; j -= 1) {
      row[j] = sameWord(was[i], is[j])
        ? at(table, i + 1, j + 1) + 1
        : Math.max(at(table, i + 1, j), at(table, i, j + 1))
    }
  }
  return table
}
