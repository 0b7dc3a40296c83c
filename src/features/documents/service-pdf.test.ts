import { getDocumentProxy } from 'unpdf'
import { describe, expect, test } from 'vitest'
import { languages } from '../../platform/i18n/language.ts'
import { inputWith, readerIn, wholePlan } from './factory.ts'
import { planDocument } from './rules.ts'
import type { DocumentInput } from './rules-input.ts'
import { pdfOf } from './service-pdf.ts'

// What is drawn is read by another library than the one that drew it.

type Language = (typeof languages)[number]
interface Node {
  readonly role?: string
  readonly type?: string
  readonly id?: string
  readonly lang?: string
  readonly children?: readonly Node[]
}

async function readBack(input: DocumentInput, language: Language = 'fi') {
  const bytes = await pdfOf(
    planDocument(input, readerIn(language), 'whole'),
    new Date('2026-11-23T08:00:00Z'),
  )
  const proxy = await getDocumentProxy(new Uint8Array(bytes))
  const numbers = Array.from({ length: proxy.numPages }, (_, at) => at + 1)
  const pages = await Promise.all(numbers.map(number => proxy.getPage(number)))
  const trees = (await Promise.all(pages.map(page => page.getStructTree()))) as unknown as Node[]
  const contents = await Promise.all(pages.map(page => page.getTextContent({ includeMarkedContent: true })))
  return { bytes, proxy, trees, items: contents.flatMap(({ items }) => items as unknown as Item[]) }
}

interface Item {
  readonly str?: string
  readonly type?: string
  readonly tag?: string
  readonly id?: string | null
}

const below = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(below)]
const nodesOf = (trees: readonly Node[], role: string) =>
  trees.flatMap(below).filter(node => node.role === role)
const textOf = (items: readonly Item[]) => items.map(item => item.str ?? '').join('')

/** Texts that stand neither in the structure nor in an artifact. */
function strays({ items, trees }: { items: readonly Item[]; trees: readonly Node[] }): string[] {
  const known = new Set(trees.flatMap(below).flatMap(node => (node.type === 'content' ? [node.id] : [])))
  const open: boolean[] = []
  const found: string[] = []
  for (const { type, tag, id, str } of items) {
    if (type?.startsWith('begin')) open.push(tag === 'Artifact' || known.has(id ?? ''))
    else if (type === 'endMarkedContent') open.pop()
    else if (str?.trim() && !open.some(inside => inside)) found.push(str)
  }
  return found
}

describe.each(languages)('the PDF in %s', language => {
  test('is tagged, has its language and title, and leaves no text outside the structure', async () => {
    const read = await readBack(inputWith(wholePlan), language)
    expect(await read.proxy.getMarkInfo()).toMatchObject({ Marked: true })
    const { info } = (await read.proxy.getMetadata()) as unknown as { info: Record<string, unknown> }
    expect(info).toMatchObject({ Language: language, PDFFormatVersion: '1.7' })
    expect(String(info.Title)).not.toContain('Aamu')
    expect(read.bytes.toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(strays(read)).toEqual([])
  })

  test('has headings that nest, and tables whose rows and columns have heads', async () => {
    const { trees, proxy } = await readBack(inputWith(wholePlan), language)
    const levels = trees
      .flatMap(below)
      .flatMap(({ role }) => (/^H\d$/.test(role ?? '') ? [Number(role?.[1])] : []))
    expect([levels[0], Math.max(...levels)]).toEqual([1, 4])
    for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1)
    const tables = nodesOf(trees, 'Table')
    expect(tables.length).toBeGreaterThan(3)
    for (const table of tables) {
      const [head, ...rows] = nodesOf([table], 'TR')
      expect(new Set(head?.children?.map(({ role }) => role))).toEqual(new Set(['TH']))
      for (const row of rows) expect(row.children?.[0]?.role).toBe('TH')
      for (const row of rows) expect(row.children).toHaveLength(head?.children?.length ?? 0)
    }
    const [outline] = await proxy.getOutline()
    expect(outline?.title).toBe('Aamu Kuviteltu')
    expect(outline?.items.length).toBeGreaterThan(5)
  })
})

test('a table over several pages stays one, with its head once', async () => {
  const period = {
    ...{ start: '2026-09-01', end: '2026-10-15', periodNote: 'Pitkä selitys. '.repeat(20) },
    ...{ methodCode: 'osaamisenhankkimistapa_koulutussopimus', methodCodeVersion: 1 },
  }
  const unit = { unitCode: 'tutkinnonosat_1', unitCodeVersion: 1, learningPeriods: Array(40).fill(period) }
  const read = await readBack(inputWith({ vocationalUnits: [unit] }))
  expect(read.trees.length).toBeGreaterThan(4)
  expect(strays(read)).toEqual([])
  expect(textOf(read.items).match(/Pitkä ?selitys\./g)).toHaveLength(40 * 20)
})

const hostile = {
  'Sámi, Cyrillic and Greek letters': 'Áššu Ŋŧžđ Čáhci Ярослав Ґєї Ωμέγα Ąžuolė',
  'composed from parts': 'A\u0308iti A\u030ake',
  'control characters': 'en\u0000si\u0007 mä\u001b[31m\u009d loppu',
  'directions turned': 'alku \u202eutteksät\u202c \u2067loppu\u2069',
  'half of a pair': 'alku \ud83d loppu',
  'PDF of its own': ') Tj ET Q /Artifact BMC (loppu \\) endstream endobj',
}

describe.each(Object.entries(hostile))('text with %s', (_name, text) => {
  test('is drawn and stays in the structure', async () => {
    const read = await readBack(inputWith({ localUnits: [{ name: text, aimsAndContent: text }] }))
    expect(strays(read)).toEqual([])
    const shown = textOf(read.items)
    for (const word of text.normalize('NFC').match(/[\p{L}]{3,}/gu) ?? []) expect(shown).toContain(word)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that must not be there.
    expect(shown).not.toMatch(/[\u0000-\u0008\u202a-\u202e\u2066-\u2069]/)
  })
})

test('what the letters do not have is marked, said so, and kept for machines', async () => {
  const text = 'Työ 👩‍🔧 ja שלום ja 学校'
  const read = await readBack(inputWith({ localUnits: [{ name: text }] }))
  const shown = textOf(read.items)
  expect(shown).toContain('¤')
  expect(shown).toContain('Merkki ¤ on sellaisen merkin paikalla')
  expect(strays(read)).toEqual([])
  const fine = await readBack(inputWith({ localUnits: [{ name: 'Työ' }] }))
  expect(textOf(fine.items)).not.toContain('¤')
})

test.each([
  ['without a space', 'a'.repeat(10_000)],
  ['without a letter of ours', '漢'.repeat(10_000)],
])('ten thousand characters %s are wrapped and none is lost', async (_name, text) => {
  const plan = { localUnits: [{ name: 'Pitkä', aimsAndContent: text }], studySkillsStudies: [] }
  const studies = [{ name: text, description: 'x', start: '2026-09-07', end: '2026-10-05' }]
  const read = await readBack(inputWith({ ...plan, studySkillsStudies: studies }))
  expect(strays(read)).toEqual([])
  expect(read.trees.length).toBeGreaterThan(5)
  const letter = text[0] === 'a' ? /a/g : /¤/g
  expect(textOf(read.items).match(letter)?.length).toBeGreaterThanOrEqual(20_000)
})
