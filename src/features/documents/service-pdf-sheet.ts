import PDFDocument from 'pdfkit'
import { AppError } from '../../platform/http/error.ts'
import type { Language } from '../../platform/i18n/language.ts'
import { Fonts } from './service-pdf-fonts.ts'
import { heightOf, type Look } from './service-pdf-lines.ts'

export type Element = PDFKit.PDFStructureElement

/** Drawing that stops wherever others may be served in between. */
export type Pausing = Generator<undefined, void>

const ink = '#1a1a1a'
const soft = '#595959'
const accent = '#002f6c'
export const ruleColor = '#c9cdcf'

export const looks = {
  eyebrow: { weight: 600, size: 9.5, color: accent },
  h1: { weight: 600, size: 22, color: ink },
  h2: { weight: 600, size: 14.5, color: accent },
  h3: { weight: 600, size: 11.5, color: ink },
  h4: { weight: 600, size: 10, color: ink },
  normal: { weight: 400, size: 9.5, color: ink },
  strong: { weight: 600, size: 9.5, color: ink },
  quiet: { weight: 400, size: 9.5, color: soft },
  column: { weight: 600, size: 8.5, color: soft },
  foot: { weight: 400, size: 8, color: soft },
} as const satisfies Record<string, Look>

// Nobody asks how wide a drawn line is: told so, pdfkit does not measure it once more.
const drawing: PDFKit.Mixins.TextOptions = { ...{ textWidth: 0, wordCount: 0 }, lineBreak: false }

const margin = { left: 54, right: 54, top: 54, bottom: 62 }

/** Stretches whose original goes along for machines: each takes kilobytes of memory until the end. */
const mostKept = 2_000

/** Stretches of text in one document: letters of scripts by turns would make each of them one. */
const mostDrawn = 60_000

/** Pages that are filled from the top, with a structure beside them. */
export class Sheet {
  readonly pdf: PDFKit.PDFDocument
  readonly fonts: Fonts
  readonly root: Element
  readonly language: Language
  y = margin.top
  #kept = 0
  #drawn = 0

  constructor(language: Language, title: string, createdAt: Date) {
    this.language = language
    const options: PDFKit.PDFDocumentOptions = {
      ...{ size: 'A4', margin: 0, autoFirstPage: false, bufferPages: true },
      ...{ pdfVersion: '1.7', tagged: true, displayTitle: true, lang: language },
      info: {
        Title: title,
        Creator: 'Yhdessä',
        Producer: 'Yhdessä',
        CreationDate: createdAt,
        ModDate: createdAt,
      },
    }
    // The types of pdfkit know its subsets of PDF/A only.
    this.pdf = new PDFDocument({ ...options, subset: 'PDF/UA' } as object)
    this.fonts = new Fonts(this.pdf)
    this.root = this.pdf.struct('Document')
    this.pdf.addPage()
    this.pdf.addStructure(this.root)
  }

  get left(): number {
    return margin.left
  }

  get width(): number {
    return this.pdf.page.width - margin.left - margin.right
  }

  /** What is left of the page. */
  get room(): number {
    return this.pdf.page.height - margin.bottom - this.y
  }

  get fullRoom(): number {
    return this.pdf.page.height - margin.bottom - margin.top
  }

  newPage(): void {
    this.pdf.addPage()
    this.y = margin.top
  }

  /** Space before something; none at the head of a page. */
  gap(points: number): void {
    if (this.y > margin.top) this.y += points
  }

  /** Begins a page where less than so much is left. */
  need(points: number): void {
    if (points > this.room && this.y > margin.top) this.newPage()
  }

  /** One line, from its upper left corner. */
  line(text: string, look: Look, x: number, y: number): void {
    const runs = this.fonts.runs(text, look.weight)
    this.#drawn += runs.length
    if (this.#drawn > mostDrawn) throw new AppError('documents.too-large', 422)
    let at = x
    for (const [index, run] of runs.entries()) {
      this.pdf.font(run.font).fontSize(look.size).fillColor(look.color)
      const original = this.#kept < mostKept ? run.original : undefined
      if (original !== undefined) this.#kept++
      if (original !== undefined) this.pdf.markContent('Span', { actual: original })
      this.pdf.text(run.text, at, y, drawing)
      if (original !== undefined) this.pdf.endMarkedContent()
      if (index + 1 < runs.length) at += this.fonts.width(run.text, look.weight, look.size)
    }
  }

  /** Lines below each other inside one element, going on to the next pages where needed. */
  *lines(element: Element, lines: readonly string[], look: Look, x: number): Pausing {
    const height = heightOf(look)
    for (let at = 0; at < lines.length; ) {
      if (height > this.room) this.newPage()
      const fitting = lines.slice(at, at + Math.max(1, Math.floor(this.room / height)))
      element.add(() => {
        for (const [below, text] of fitting.entries())
          this.line(spaced(text, at + below + 1 < lines.length), look, x, this.y + below * height)
      })
      this.y += fitting.length * height
      at += fitting.length
      yield
    }
  }

  /** What is on the page and not in the text: lines, feet. */
  artifact(type: 'Layout' | 'Pagination', draw: () => void): void {
    this.pdf.markContent('Artifact', { type: type as 'Layout' })
    draw()
    this.pdf.endMarkedContent()
  }

  rule(y: number, color = ruleColor): void {
    this.artifact('Layout', () => {
      this.pdf
        .moveTo(this.left, y)
        .lineTo(this.left + this.width, y)
        .lineWidth(0.5)
        .strokeColor(color)
        .stroke()
    })
  }
}

/** A line that goes on ends in a space, or its last word would grow together with the next when read aloud. */
export const spaced = (text: string, goesOn: boolean): string =>
  goesOn && text !== '' && !/[ \-/]$/.test(text) ? `${text} ` : text
