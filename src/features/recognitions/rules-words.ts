/**
 * Words of evidence beside words of requirements. Finnish and Swedish bend words at their ends, so two words answer to each
 * other when they begin alike and the shorter one has hardly anything left: asiakas and asiakkaita, hitsaus and hitsaa, kund
 * and kunden. Finnish joins words, so the longer may go on: asiakas and asiakaspalvelu. It is rough, and only says where to look.
 */

/** Words that stand everywhere and tell nothing. */
const empty = new Set(
  `että joka jotka joissa josta myös sekä kuin kanssa ollut olin oli olen minä sinä hänen niin tai vai mutta koska kaikki
  hyvin paljon oma oman omat voin voi osaan osaa opiskelija opiskelijan olla tehdä tein tekee teki mukaan mukaisesti sen
  siellä täällä vuosi vuoden vuotta sitten aina joskus muut muun muita toimia toimii toimin eri
  och att som med för den det till från har hade var kan kunde jag min mina mitt där här även samt eller inte alla alltid
  studerande studeranden enligt sina sitt sin olika arbeta arbetar arbetade
  the and with that this have from was were can could there also all their student students`
    .split(/\s+/)
    .filter(word => word !== ''),
)

const shortest = 4

/** The telling words of a text, each once, in their order. */
export function tellingWords(text: string): string[] {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
  return [
    ...new Set(words.filter(word => word.length >= shortest && !empty.has(word) && !/^\d+$/.test(word))),
  ]
}

export function answersTo(a: string, b: string): boolean {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a]
  let common = 0
  while (common < shorter.length && shorter[common] === longer[common]) common += 1
  if (common < shortest) return false
  const [left, over] = [shorter.length - common, longer.length - common]
  // A short beginning is shared by many words: then neither may go on for long.
  return common === shortest ? left <= 1 && over <= 4 : left <= 2
}

export interface Line {
  readonly language: 'fi' | 'sv' | 'en'
  readonly text: string
}

export interface Searched<Of> {
  readonly of: Of
  readonly lines: readonly Line[]
}

export interface Hit<Of> {
  readonly of: Of
  readonly score: number
  readonly passages: readonly (Line & { readonly words: readonly string[] })[]
}

interface Found extends Line {
  readonly words: readonly string[]
  /** Words of the evidence that were answered. */
  readonly asked: readonly string[]
}

const passagesAtMost = 3
const hitsAtMost = 6
/** What answers to much less than the best is not worth anybody's time. */
const ofBest = 0.45

/**
 * Where the requirements speak of what the words say, best first. A word that many answer to weighs little; one word alone is
 * enough only when few others have it. The passages come in the language in which they answered.
 */
export function textHits<Of>(words: readonly string[], searched: readonly Searched<Of>[]): Hit<Of>[] {
  if (words.length === 0) return []
  const index = Map.groupBy(words, word => word.slice(0, shortest))
  const found = searched
    .map(({ lines, of }) => ({ of, lines: lines.flatMap(line => foundIn(line, index)) }))
    .filter(one => one.lines.length > 0)
  const held = new Map<string, number>()
  for (const { lines } of found)
    for (const word of new Set(lines.flatMap(line => line.asked))) held.set(word, (held.get(word) ?? 0) + 1)
  const weight = (word: string) => Math.log(1 + searched.length / (held.get(word) ?? 1))
  return found
    .map(one => hitOf(one, weight))
    .filter(hit => hit.distinct >= 2 || hit.score > Math.log(1 + searched.length / 3))
    .sort((a, b) => b.score - a.score)
    .filter((hit, _, [best]) => hit.score >= (best?.score ?? 0) * ofBest)
    .slice(0, hitsAtMost)
    .map(({ of, passages, score }) => ({ of, passages, score }))
}

function foundIn(line: Line, index: ReadonlyMap<string, readonly string[]>): Found[] {
  const [answering, asked] = [new Set<string>(), new Set<string>()]
  for (const word of tellingWords(line.text)) {
    for (const wanted of index.get(word.slice(0, shortest)) ?? []) {
      if (!answersTo(word, wanted)) continue
      answering.add(word)
      asked.add(wanted)
    }
  }
  return asked.size === 0 ? [] : [{ ...line, words: [...answering], asked: [...asked] }]
}

function hitOf<Of>(
  { lines, of }: { readonly of: Of; readonly lines: readonly Found[] },
  weight: (word: string) => number,
) {
  const distinct = new Set(lines.flatMap(line => line.asked))
  const sum = (words: Iterable<string>) => [...words].reduce((total, word) => total + weight(word), 0)
  // The same sentence may stand in a unit many times.
  const once = [...new Map(lines.map(line => [line.text, line])).values()]
  const passages = once
    .toSorted((a, b) => sum(b.asked) - sum(a.asked))
    .slice(0, passagesAtMost)
    .map(({ language, text, words }) => ({ language, text, words }))
  return { of, passages, score: sum(distinct), distinct: distinct.size }
}
