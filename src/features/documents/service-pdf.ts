import { setImmediate } from 'node:timers/promises'
import type { Block, Facts, Heading, Paragraph, PlanDocument } from './rules-blocks.ts'
import { drawable } from './rules-text.ts'
import { heightOf, linesOf } from './service-pdf-lines.ts'
import { type Element, looks, Sheet } from './service-pdf-sheet.ts'
import { drawTable } from './service-pdf-table.ts'

/** Room that a heading asks for besides itself, so that it does not stand alone at the foot of a page. */
const beside = { 1: 140, 2: 140, 3: 58, 4: 44 } as const
/** Milliseconds. */
const atOnce = 20
const gaps = { 1: 4, 2: 20, 3: 14, 4: 10 } as const
const tagOf = { 1: 'H1', 2: 'H2', 3: 'H3', 4: 'H4' } as const
const lookOf = { 1: looks.h1, 2: looks.h2, 3: looks.h3, 4: looks.h4 } as const

/**
 * The document as a tagged PDF: everything that is read stands in the structure (sections, headings, lists, tables with
 * their heads), everything else is marked as such. Marked as PDF/UA-1.
 */
export async function pdfOf(document: PlanDocument, createdAt: Date): Promise<Buffer> {
  const sheet = new Sheet(document.language, drawable(document.title), createdAt)
  const chunks: Buffer[] = []
  sheet.pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => sheet.pdf.once('end', resolve).once('error', reject))
  const sections = new Sections(sheet)
  let since = performance.now()
  for (const block of document.blocks) {
    sections.draw(block)
    if (performance.now() - since < atOnce) continue
    // Others are served between the parts of a large plan.
    await setImmediate()
    since = performance.now()
  }
  if (sheet.fonts.unshown)
    sections.draw({ is: 'paragraph', look: 'quiet', words: { text: document.unshown } })
  sections.end()
  drawFeet(sheet, document)
  sheet.pdf.end()
  await ended
  return Buffer.concat(chunks)
}

type Bookmark = Pick<PDFKit.PDFOutline, 'addItem'>

/** A heading opens a section in that of the heading above it, and a bookmark likewise. */
class Sections {
  readonly #sheet: Sheet
  readonly #open: { readonly level: number; readonly element: Element; readonly bookmark: Bookmark }[]

  constructor(sheet: Sheet) {
    this.#sheet = sheet
    this.#open = [{ level: 0, element: sheet.root, bookmark: sheet.pdf.outline }]
  }

  draw(block: Block): void {
    if (block.is === 'heading') this.#begin(block)
    else if (block.is === 'paragraph') drawParagraph(this.#sheet, this.#here, block)
    else if (block.is === 'facts') drawFacts(this.#sheet, this.#here, block)
    else drawTable(this.#sheet, this.#here, block)
  }

  end(): void {
    this.#sheet.root.end()
  }

  get #here(): Element {
    return this.#open.at(-1)?.element ?? this.#sheet.root
  }

  #begin(block: Heading): void {
    while ((this.#open.at(-1)?.level ?? 0) >= block.level) this.#open.pop()
    const above = this.#open.at(-1)
    const element = this.#sheet.pdf.struct('Sect')
    this.#here.add(element)
    drawHeading(this.#sheet, element, block)
    const bookmark = (above?.bookmark ?? this.#sheet.pdf.outline).addItem(drawable(block.words.text), {
      expanded: block.level < 2,
    })
    this.#open.push({ level: block.level, element, bookmark })
  }
}

function drawHeading(sheet: Sheet, parent: Element, { level, words, aside }: Heading): void {
  const look = lookOf[level]
  const said = aside === undefined ? 0 : sheet.fonts.width(aside, looks.quiet.weight, looks.quiet.size) + 16
  const lines = linesOf(sheet.fonts, words.text, look, sheet.width - said)
  sheet.gap(gaps[level])
  sheet.need(Math.min(lines.length * heightOf(look), sheet.fullRoom / 2) + beside[level])
  const top = sheet.y
  const element = sheet.pdf.struct(tagOf[level], langOf(sheet, words.language))
  parent.add(element)
  sheet.lines(element, lines, look, sheet.left)
  if (aside !== undefined) {
    const x = sheet.left + sheet.width - (said - 16)
    const below = look.size - looks.quiet.size
    element.add(() => sheet.line(` ${aside}`.trim(), looks.quiet, x, sheet.y - heightOf(look) + below))
  }
  element.end()
  if (level === 2 && sheet.y > top) sheet.rule(sheet.y + 2)
  sheet.y += level === 1 ? 8 : level === 2 ? 8 : 2
}

const langOf = (sheet: Sheet, language: string | undefined): { lang?: string } =>
  language === undefined || language === sheet.language ? {} : { lang: language }

function drawParagraph(sheet: Sheet, parent: Element, { words, look }: Paragraph): void {
  const element = sheet.pdf.struct('P', langOf(sheet, words.language))
  if (look !== 'eyebrow') sheet.gap(6)
  parent.add(element)
  sheet.lines(element, linesOf(sheet.fonts, words.text, looks[look], sheet.width), looks[look], sheet.left)
  element.end()
}

const nameWidth = 150

/** Pairs of a name and its values, as a list whose labels are the names. */
function drawFacts(sheet: Sheet, parent: Element, { items }: Facts): void {
  const list = sheet.pdf.struct('L')
  const height = heightOf(looks.normal)
  parent.add(list)
  sheet.gap(4)
  for (const { name, values } of items) {
    const item = sheet.pdf.struct('LI')
    const label = sheet.pdf.struct('Lbl')
    const body = sheet.pdf.struct('LBody')
    const names = linesOf(sheet.fonts, name, looks.quiet, nameWidth - 12)
    sheet.need((names.length + 1) * height)
    list.add(item)
    item.add(label)
    item.add(body)
    const top = sheet.y
    sheet.lines(label, names, looks.quiet, sheet.left)
    const bottom = sheet.y
    sheet.y = top
    const [startPage, x] = [sheet.pdf.bufferedPageRange().count, sheet.left + nameWidth]
    for (const words of values) {
      const paragraph = sheet.pdf.struct('P', langOf(sheet, words.language))
      body.add(paragraph)
      const lines = linesOf(sheet.fonts, words.text, looks.normal, sheet.width - nameWidth)
      sheet.lines(paragraph, lines, looks.normal, x)
    }
    item.end()
    if (sheet.pdf.bufferedPageRange().count === startPage) sheet.y = Math.max(sheet.y, bottom)
    sheet.y += 2
  }
  list.end()
}

function drawFeet(sheet: Sheet, { foot, page }: PlanDocument): void {
  const { start, count } = sheet.pdf.bufferedPageRange()
  for (let at = start; at < start + count; at++) {
    sheet.pdf.switchToPage(at)
    const y = sheet.pdf.page.height - 40
    const number = page(at - start + 1, count)
    const wide = sheet.fonts.width(number, looks.foot.weight, looks.foot.size)
    const [said = ''] = linesOf(sheet.fonts, foot, looks.foot, sheet.width - wide - 20)
    sheet.artifact('Pagination', () => {
      sheet.line(said, looks.foot, sheet.left, y)
      sheet.line(number, looks.foot, sheet.left + sheet.width - wide, y)
    })
  }
}
