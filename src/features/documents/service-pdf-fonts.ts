import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { unshownMark } from './rules-text.ts'
import { unpackedWoff } from './service-pdf-woff.ts'

export type Weight = 400 | 600

/** A stretch of text that one font can draw. */
export interface Run {
  readonly font: string
  readonly text: string
  /** What stood there, where the mark of the unshown stands now. */
  readonly original?: string
}

/** The scripts of the font, each in a file of its own; the first has what most texts need. */
const scripts = [
  'latin',
  'latin-ext',
  'cyrillic',
  'cyrillic-ext',
  'greek',
  'greek-ext',
  'vietnamese',
] as const
const plainText = /^[\n\x20-\x7e\u00a0-\u00ac\u00ae-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026]*$/

const folder = join(
  dirname(createRequire(import.meta.url).resolve('@fontsource/source-sans-3/package.json')),
  'files',
)
const files = new Map<string, Buffer>()

/** The bytes of a font, unpacked once for all documents. */
export function fontBytes(name: string): Buffer {
  const known = files.get(name)
  if (known !== undefined) return known
  const bytes = unpackedWoff(readFileSync(join(folder, `source-sans-3-${name}-normal.woff`)))
  files.set(name, bytes)
  return bytes
}

/** A font as pdfkit reads it from bytes, and takes it for the next document; its types do not declare it. */
interface ReadFont {
  hasGlyphForCodePoint(codePoint: number): boolean
}

/** Reading one takes as long as drawing a page: they are read once. They hold no text of a document. */
const read = new Map<string, ReadFont>()

function readFont(name: string, pdf: PDFKit.PDFDocument): ReadFont {
  const known = read.get(name)
  pdf.registerFont(name, (known ?? fontBytes(name)) as Buffer)
  pdf.font(name)
  const font = known ?? (pdf as unknown as { _font: { font: ReadFont } })._font.font
  read.set(name, font)
  return font
}

/** The fonts of one document; a script's file is opened when a text first needs it. */
export class Fonts {
  readonly #pdf: PDFKit.PDFDocument
  readonly #opened = new Map<string, ReadFont>()
  readonly #found = new Map<string, string | undefined>()
  readonly #widths = new Map<string, number>()
  readonly #graphemes = new Intl.Segmenter('fi', { granularity: 'grapheme' })
  /** Whether anything could not be shown. */
  unshown = false

  constructor(pdf: PDFKit.PDFDocument) {
    this.#pdf = pdf
  }

  /** The text as stretches, each with its font. */
  runs(text: string, weight: Weight): Run[] {
    if (plainText.test(text)) return text === '' ? [] : [{ font: this.#open('latin', weight), text }]
    const runs: Run[] = []
    for (const grapheme of this.graphemes(text)) {
      const font = this.#fontOf(grapheme, weight)
      const last = runs.at(-1)
      const joins = last !== undefined && (last.original === undefined) === (font !== undefined)
      const run = this.#runOf(grapheme, font, weight)
      if (joins && last.font === run.font) runs[runs.length - 1] = joinedRun(last, run)
      else runs.push(run)
    }
    return runs
  }

  graphemes(text: string): string[] {
    return plainText.test(text)
      ? [...text]
      : Array.from(this.#graphemes.segment(text), ({ segment }) => segment).flatMap(shortClusters)
  }

  /** The width in points of a text on one line. */
  width(text: string, weight: Weight, size: number): number {
    const key = `${weight}${text}`
    let width = this.#widths.get(key)
    if (width === undefined) {
      width = 0
      for (const run of this.runs(text, weight))
        width += this.#pdf.font(run.font).fontSize(100).widthOfString(run.text)
      this.#widths.set(key, width)
    }
    return (width * size) / 100
  }

  #runOf(grapheme: string, font: string | undefined, weight: Weight): Run {
    if (font !== undefined) return { font, text: grapheme }
    this.unshown = true
    return { font: this.#open('latin', weight), text: unshownMark, original: grapheme }
  }

  #fontOf(grapheme: string, weight: Weight): string | undefined {
    const key = `${weight}${grapheme}`
    if (this.#found.has(key)) return this.#found.get(key)
    const codePoints = [...grapheme].map(letter => letter.codePointAt(0) ?? 0)
    const script = scripts.find(one => {
      const font = this.#opened.get(this.#open(one, weight))
      return codePoints.every(codePoint => font?.hasGlyphForCodePoint(codePoint))
    })
    const name = script === undefined ? undefined : this.#open(script, weight)
    this.#found.set(key, name)
    return name
  }

  #open(script: string, weight: Weight): string {
    const name = `${script}-${weight}`
    if (this.#opened.has(name)) return name
    this.#opened.set(name, readFont(name, this.#pdf))
    return name
  }
}

/** Scripts whose letters are joined without an end are drawn in parts: what is shaped at once stays small. */
const longestCluster = 32

function shortClusters(grapheme: string): string[] {
  if (grapheme.length <= longestCluster) return [grapheme]
  const letters = [...grapheme]
  const count = Math.ceil(letters.length / longestCluster)
  return Array.from({ length: count }, (_, at) =>
    letters.slice(at * longestCluster, (at + 1) * longestCluster).join(''),
  )
}

function joinedRun(one: Run, other: Run): Run {
  const text = one.text + other.text
  if (one.original === undefined || other.original === undefined) return { font: one.font, text }
  return { font: one.font, text, original: one.original + other.original }
}
