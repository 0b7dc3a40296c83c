/** The document of a plan: what is said on paper, and in which order. Drawing it is another matter. */
import { formatDateRange } from '../../platform/i18n/format.ts'
import { commonBlocks, localBlocks, vocationalBlocks } from './rules-acquiring.ts'
import { type Block, heading, line, type PlanDocument, plain, strong, tableOf } from './rules-blocks.ts'
import { boundedBlocks } from './rules-bounds.ts'
import { eventsOf } from './rules-events.ts'
import { basicsBlocks, headBlocks } from './rules-head.ts'
import {
  type DocumentInput,
  type DocumentReader,
  type DocumentWords,
  documentWords,
  type Part,
  speechOf,
} from './rules-input.ts'
import { preparatoryBlocks, priorBlocks, studySkillsBlocks, supportBlocks } from './rules-others.ts'
import type { Speech } from './rules-speech.ts'
import { cutMark, longestText, unshownMark } from './rules-text.ts'

export function planDocument(input: DocumentInput, reader: DocumentReader, part: Part): PlanDocument {
  const own = documentWords(reader.language)
  const speech = speechOf(input, reader.language)
  const name = input.studentName ?? input.plan.studentOid ?? ''
  const { blocks, cut } = boundedBlocks([
    ...headBlocks(input, reader, speech, own),
    ...scheduleBlocks(input, speech, own),
    ...(part === 'whole' ? wholeBlocks(input, speech) : []),
  ])
  return {
    language: reader.language,
    title: speech.words('eyebrow'),
    blocks: cut ? [...blocks, quiet(own('cut', { mark: cutMark, most: longestText }))] : blocks,
    foot: own('foot', { name, title: own('short'), version: input.version }),
    page: (number, of) => own('page', { number, of }),
    unshown: own('unshown', { mark: unshownMark }),
  }
}

const quiet = (text: string): Block => ({ is: 'paragraph', look: 'quiet', words: plain(text) })

function wholeBlocks(input: DocumentInput, speech: Speech): Block[] {
  const { plan } = input
  const { words } = speech
  return [
    ...section(words('sections.basics'), basicsBlocks(input, speech)),
    ...section(words('sections.prior'), priorBlocks(plan, speech)),
    ...section(words('sections.vocationalUnits'), vocationalBlocks(plan, speech)),
    ...section(words('sections.localUnits'), localBlocks(plan, speech)),
    ...section(words('sections.commonUnits'), commonBlocks(plan, speech)),
    ...section(words('sections.preparatoryParts'), preparatoryBlocks(plan, speech)),
    ...section(words('sections.support'), supportBlocks(plan, speech)),
    ...section(words('sections.studySkills'), studySkillsBlocks(plan, speech)),
  ]
}

/** A section in which nothing stands is left out. */
function section(title: string, blocks: readonly Block[]): Block[] {
  return blocks.length === 0 ? [] : [heading(2, plain(title)), ...blocks]
}

function scheduleBlocks({ plan }: DocumentInput, speech: Speech, own: DocumentWords): Block[] {
  const events = eventsOf(plan, speech)
  if (events.length === 0) return [heading(2, plain(own('schedule.title'))), quiet(own('schedule.none'))]
  const columns = [
    { title: own('schedule.when'), share: 25 },
    { title: own('schedule.what'), share: 35 },
    { title: own('schedule.how'), share: 17 },
    { title: own('schedule.where'), share: 23 },
  ]
  const rows = events.map(({ start, end, kind, name, place }) => [
    line(formatDateRange(start, end, speech.language)),
    strong(name),
    line(own(`kinds.${kind}`)),
    line(place),
  ])
  return section(own('schedule.title'), tableOf(undefined, columns, rows))
}
