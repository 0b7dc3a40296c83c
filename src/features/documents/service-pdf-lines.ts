import { drawable, unshownMark } from './rules-text.ts'
import type { Fonts, Weight } from './service-pdf-fonts.ts'

/** How a text looks. */
export interface Look {
  readonly weight: Weight
  /** In points. */
  readonly size: number
  readonly color: string
}

export const leading = 1.32

export const heightOf = ({ size }: Look): number => size * leading

const longestWord = 400

/** Breaks a text into lines at most `width` wide; the first may have less room, for what stands before it. */
export function linesOf(fonts: Fonts, text: string, look: Look, width: number, before = 0): string[] {
  const lines: string[] = []
  const space = fonts.width(' ', look.weight, look.size)
  const said = drawable(text)
  if (said.includes(unshownMark)) fonts.unshown = true
  for (const paragraph of said.split('\n')) {
    const room = () => (lines.length === 0 ? width - before : width)
    let line = ''
    let used = 0
    for (const word of wordsOf(paragraph)) {
      // Whatever is this long is wider than a line: measuring it whole would cost more than drawing it.
      const wide = word.length > longestWord ? Infinity : fonts.width(word, look.weight, look.size)
      const seen = word.endsWith(' ') ? wide - space : wide
      if (used + seen <= room()) {
        line += word
        used += wide
        continue
      }
      if (line !== '' || (lines.length === 0 && before > 0)) lines.push(line.trimEnd())
      const pieces = seen <= room() ? [word] : piecesOf(fonts, word, look, room())
      lines.push(...pieces.slice(0, -1))
      line = pieces.at(-1) ?? ''
      used = fonts.width(line, look.weight, look.size)
    }
    lines.push(line.trimEnd())
  }
  return lines
}

/** Words with the space behind them; a line may also end at a hyphen, a dash or a slash. */
function wordsOf(paragraph: string): string[] {
  return paragraph.split(/(?<= )|(?<=[-/\u2013\u2014])(?=[\p{L}\p{N}])/u)
}

/** A word that is wider than a line, cut where the line ends. */
function piecesOf(fonts: Fonts, word: string, { weight, size }: Look, width: number): string[] {
  const pieces: string[] = []
  let piece = ''
  let used = 0
  for (const grapheme of fonts.graphemes(word)) {
    const wide = fonts.width(grapheme, weight, size)
    if (used + wide > width && piece !== '') {
      pieces.push(piece)
      piece = ''
      used = 0
    }
    piece += grapheme
    used += wide
  }
  return [...pieces, piece]
}
