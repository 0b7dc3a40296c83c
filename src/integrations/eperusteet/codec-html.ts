import type { LocalisedText, TextLine } from '../../features/qualifications/contract-texts.ts'
import { recordAt } from '../../platform/json/look.ts'

const entities: { readonly [name: string]: string } = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  shy: '',
  auml: 'ä',
  ouml: 'ö',
  aring: 'å',
  Auml: 'Ä',
  Ouml: 'Ö',
  Aring: 'Å',
  eacute: 'é',
  bull: '•',
}

function plain(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,12}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[name] ?? whole
    const point = Number.parseInt(decimal ?? hex, decimal === undefined ? 16 : 10)
    return point > 31 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
      ? String.fromCodePoint(point)
      : ''
  })
}

// Ends at the next tag: attributes may hold quoted `>`.
const token = /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|'[^']*'|[^'">])*)>|<!--[\s\S]*?-->|<[!?][^>]*>|[^<]+|</gi

const blocks = new Set(['p', 'div', 'br', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'tr', 'blockquote'])
const lists = new Set(['ul', 'ol', 'dl'])
const silent = new Set(['script', 'style', 'template', 'iframe', 'object', 'noscript', 'head', 'title'])

/** Reads HTML of the national files into lines of plain text. Whatever is no paragraph, heading or list is dropped. */
export function linesOf(html: string): TextLine[] {
  const lines: TextLine[] = []
  let [text, kind, depth, skipping]: [string, TextLine['kind'], number, string | undefined] = [
    '',
    'paragraph',
    0,
    undefined,
  ]
  const flush = () => {
    const clean = plain(text).replace(/\s+/g, ' ').trim()
    text = ''
    if (clean === '') return
    lines.push(kind === 'item' ? { kind, text: clean, depth: Math.max(1, depth) } : { kind, text: clean })
    // What follows inside the same item, or after a heading, is a paragraph of its own.
    kind = 'paragraph'
  }
  for (const [whole, closing, name] of html.matchAll(token)) {
    const tag = name?.toLowerCase()
    if (skipping !== undefined) {
      if (closing === '/' && tag === skipping) skipping = undefined
      continue
    }
    if (tag === undefined) {
      if (!whole.startsWith('<!') && !whole.startsWith('<?')) text += whole
      continue
    }
    const opens = closing !== '/'
    if (silent.has(tag)) skipping = opens ? tag : undefined
    const heading = /^h[1-6]$/.test(tag)
    if (!heading && !blocks.has(tag)) continue
    // A paragraph that only wraps an item's words does not end the item.
    if (tag === 'p' && opens && kind === 'item' && text.trim() === '') continue
    flush()
    if (lists.has(tag)) depth = Math.max(0, depth + (opens ? 1 : -1))
    kind = opens && heading ? 'heading' : opens && (tag === 'li' || tag === 'dd') ? 'item' : 'paragraph'
  }
  flush()
  return lines
}

/** A localised HTML text; `undefined` when no language has words. */
export function textOf(value: unknown): LocalisedText | undefined {
  const given = recordAt(value)
  const text: LocalisedText = {}
  for (const language of ['fi', 'sv', 'en'] as const) {
    const html = given?.[language]
    const lines = typeof html === 'string' ? linesOf(html) : []
    if (lines.length > 0) text[language] = lines
  }
  return Object.keys(text).length === 0 ? undefined : text
}
