import { setImmediate } from 'node:timers/promises'
import { AppError } from '../../platform/http/error.ts'
import type { Block, Facts, Heading, Paragraph, PlanDocument } from './rules-blocks.ts'
import { largestDocument, sizeOf } from './rules-bounds.ts'
import { drawable } from './rules-text.ts'
import { heightOf, linesOf } from './service-pdf-lines.ts'
import { type Element, looks, type Pausing, Sheet } from './service-pdf-sheet.ts'
import { drawTable, startOfTable } from './service-pdf-table.ts'

/** Milliseconds. */
const atOnce = 20
const below = { 1: 8, 2: 8, 3: 2, 4: 2 } as const
const gaps = { 1: 4, 2: 20, 3: 14, 4: 10 } as const
const tagOf = { 1: 'H1', 2: 'H2', 3: 'H3', 4: 'H4' } as const
const lookOf = { 1: looks.h1, 2: looks.h2, 3: looks.h3, 4: looks.h4 } as const

/**
 * The document as a tagged PDF: everything that is read stands in the structure (sections, headings, lists, tables with
 * their heads), everything else is marked as such. Marked as PDF/UA-1.
 * @throws AppError documents.too-large
 */
export async function pdfOf(document: PlanDocument, createdAt: Date): Promise<Buffer> {
  if (sizeOf(document.blocks) > largestDocument) throw new AppError('documents.too-large', 422)
  const sheet = new Sheet(document.language, drawable(document.title), createdAt)
  const chunks: Buffer[] = []
  sheet.pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => sheet.pdf.once('end', resolve).once('error', reject))
  let since = performance.now()
  for (const _ of drawAll(sheet, document)) {
    if (performance.now() - since < atOnce) continue
    // Others are served between the parts of a large plan.
    await setImmediate()
    since = performance.now()
  }
  sheet.pdf.end()
  await ended
  return Buffer.concat(chunks)
}

function* drawAll(sheet: Sheet, document: PlanDocument): Pausing {
  const { blocks, unshown } = document
  const sections = new Sections(sheet)
  for (const at of blocks.keys()) {
    yield* sections.draw(blocks, at)
    yield
  }
  if (sheet.fonts.unshown)
    yield* sections.draw([{ is: 'paragraph', look: 'quiet', words: { text: unshown } }], 0)
  sections.end()
  yield* drawFeet(sheet, document)
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

  *draw(blocks: readonly Block[], at: number): Pausing {
    const block = blocks[at]
    if (block?.is === 'heading') yield* this.#begin(block, startOf(this.#sheet, blocks, at))
    else if (block?.is === 'paragraph') yield* drawParagraph(this.#sheet, this.#here, block)
    else if (block?.is === 'facts') yield* drawFacts(this.#sheet, this.#here, block)
    else if (block !== undefined) yield* drawTable(this.#sheet, this.#here, block)
  }

  end(): void {
    this.#sheet.root.end()
  }

  get #here(): Element {
    return this.#open.at(-1)?.element ?? this.#sheet.root
  }

  *#begin(block: Heading, room: number): Pausing {
    while ((this.#open.at(-1)?.level ?? 0) >= block.level) this.#open.pop()
    const above = this.#open.at(-1)
    const element = this.#sheet.pdf.struct('Sect')
    this.#here.add(element)
    yield* drawHeading(this.#sheet, element, block, room)
    const bookmark = (above?.bookmark ?? this.#sheet.pdf.outline).addItem(drawable(block.words.text), {
      expanded: block.level < 2,
    })
    this.#open.push({ level: block.level, element, bookmark })
  }
}

const asideWidth = (sheet: Sheet, aside: string | undefined): number =>
  aside === undefined ? 0 : sheet.fonts.width(aside, looks.quiet.weight, looks.quiet.size) + 16

const headingLines = (sheet: Sheet, { level, words, aside }: Heading): string[] =>
  linesOf(sheet.fonts, words.text, lookOf[level], sheet.width - asideWidth(sheet, aside))

/** What a block asks for where it begins; a heading asks for what follows it too, so that it stands alone on no page. */
function startOf(sheet: Sheet, blocks: readonly Block[], at: number): number {
  const block = blocks[at]
  if (block === undefined) return 0
  if (block.is === 'table') return 7 + startOfTable(sheet, block)
  if (block.is !== 'heading') return 6 + 3 * heightOf(looks.normal)
  const next = blocks[at + 1]
  const alone = next === undefined || (next.is === 'heading' && next.level <= block.level)
  const own = headingLines(sheet, block).length * heightOf(lookOf[block.level]) + below[block.level]
  return Math.min(own, sheet.fullRoom / 4) + (alone ? 0 : gapBefore(next) + startOf(sheet, blocks, at + 1))
}

const gapBefore = (block: Block): number => (block.is === 'heading' ? gaps[block.level] : 0)

function* drawHeading(sheet: Sheet, parent: Element, block: Heading, room: number): Pausing {
  const { level, words, aside } = block
  const look = lookOf[level]
  const said = asideWidth(sheet, aside)
  const lines = headingLines(sheet, block)
  sheet.gap(gaps[level])
  sheet.need(room)
  const top = sheet.y
  const element = sheet.pdf.struct(tagOf[level], langOf(sheet, words.language))
  parent.add(element)
  yield* sheet.lines(element, lines, look, sheet.left)
  if (aside !== undefined) {
    const x = sheet.left + sheet.width - (said - 16)
    const below = look.size - looks.quiet.size
    element.add(() => sheet.line(` ${aside}`.trim(), looks.quiet, x, sheet.y - heightOf(look) + below))
  }
  element.end()
  if (level === 2 && sheet.y > top) sheet.rule(sheet.y + 2)
  sheet.y += below[level]
}

const langOf = (sheet: Sheet, language: string | undefined): { lang?: string } =>
  language === undefined || language === sheet.language ? {} : { lang: language }

function* drawParagraph(sheet: Sheet, parent: Element, { words, look }: Paragraph): Pausing {
  const element = sheet.pdf.struct('P', langOf(sheet, words.language))
  if (look !== 'eyebrow') sheet.gap(6)
  parent.add(element)
  const lines = linesOf(sheet.fonts, words.text, looks[look], sheet.width)
  yield* sheet.lines(element, lines, looks[look], sheet.left)
  element.end()
}

const nameWidth = 150

/** Pairs of a name and its values, as a list whose labels are the names. */
function* drawFacts(sheet: Sheet, parent: Element, { items }: Facts): Pausing {
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
    yield* sheet.lines(label, names, looks.quiet, sheet.left)
    const bottom = sheet.y
    sheet.y = top
    const [startPage, x] = [sheet.pdf.bufferedPageRange().count, sheet.left + nameWidth]
    for (const words of values) {
      const paragraph = sheet.pdf.struct('P', langOf(sheet, words.language))
      body.add(paragraph)
      const lines = linesOf(sheet.fonts, words.text, looks.normal, sheet.width - nameWidth)
      yield* sheet.lines(paragraph, lines, looks.normal, x)
    }
    item.end()
    if (sheet.pdf.bufferedPageRange().count === startPage) sheet.y = Math.max(sheet.y, bottom)
    sheet.y += 2
  }
  list.end()
}

function* drawFeet(sheet: Sheet, { foot, page }: PlanDocument): Pausing {
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
    yield
  }
}
