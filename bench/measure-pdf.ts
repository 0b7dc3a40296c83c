import PDFDocument from 'pdfkit'
import { getDocumentProxy } from 'unpdf'
import { fontBytes, pdfOf, planDocument } from '../src/features/documents/public.ts'
import type { Plan } from '../src/features/plans/contract.ts'
import { median } from './load-job.ts'
import { against, type Measured } from './report.ts'

const rounds = 25
const warmUp = 6
const createdAt = new Date('2026-11-23T08:00:00Z')
/** Tagged PDFs of a plan a second, against pdfkit writing the same text, untagged, in the same font. */
export async function measurePdf(plan: Plan): Promise<Measured> {
  const document = planDocument(
    inputOf(plan),
    { language: 'fi', name: 'Olli', at: createdAt.toISOString() },
    'whole',
  )
  const ours = () => pdfOf(document, createdAt)
  const lines = await linesOf(await ours())
  const font = fontBytes('latin-400')
  const floor = () => untagged(lines, font)
  const times: { ours: number[]; floor: number[] } = { ours: [], floor: [] }
  for (let round = -warmUp; round < rounds; round++) {
    const [one, other] = [await timed(floor), await timed(ours)]
    if (round < 0) continue
    times.floor.push(one)
    times.ours.push(other)
  }
  return against(1000 / median(times.ours), 1000 / median(times.floor), '/s')
}

/** What stands on the pages, read by another library: the floor writes no less. */
async function linesOf(bytes: Buffer): Promise<string[]> {
  const proxy = await getDocumentProxy(new Uint8Array(bytes))
  const lines: string[] = []
  for (let number = 1; number <= proxy.numPages; number++) {
    const { items } = await (await proxy.getPage(number)).getTextContent()
    for (const item of items) if ('str' in item && item.str.trim() !== '') lines.push(item.str)
  }
  return lines
}

async function untagged(lines: readonly string[], font: Buffer): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', margin: 54 })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>(resolve => pdf.once('end', resolve))
  pdf.font(font).fontSize(9.5)
  for (const line of lines) pdf.text(line)
  pdf.end()
  await ended
  return Buffer.concat(chunks)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function inputOf(plan: Plan) {
  return {
    ...{ plan, planId: 'bench', version: 3, newest: 3, savedAt: createdAt.toISOString(), savedBy: 'Olli' },
    ...{ studentName: 'Aamu Kuviteltu', protected: false, providerNames: { fi: 'Kuvitteellinen' } },
    ...{
      qualification: undefined,
      studyRightStart: undefined,
      studyRightEnd: undefined,
      approved: undefined,
    },
    ...{ names: {}, durations: {}, erasures: {} },
  }
}
