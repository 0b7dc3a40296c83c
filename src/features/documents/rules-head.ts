import { formatDate, formatDateRange, formatInstant } from '../../platform/i18n/format.ts'
import { pickName } from '../../platform/i18n/names.ts'
import { type Block, factsOf, heading, plain } from './rules-blocks.ts'
import type { DocumentInput, DocumentReader, DocumentWords } from './rules-input.ts'
import { goneOr, joined, maybeCode, type Speech } from './rules-speech.ts'

/** Whose plan it is, of what, which version, approved or not, and who took it out. */
export function headBlocks(
  input: DocumentInput,
  reader: DocumentReader,
  speech: Speech,
  own: DocumentWords,
): Block[] {
  const { words, language } = speech
  const { version, newest, qualification, studyRightStart, studyRightEnd } = input
  const total = qualification?.totalPoints
  const name = pickName(qualification?.names, language)
  const right =
    studyRightStart === undefined ? undefined : formatDateRange(studyRightStart, studyRightEnd, language)
  const saved = formatInstant(input.savedAt, language)
  const by = (time: string, who: string | undefined) =>
    who === undefined ? time : own('head.by', { time, name: who })
  const sized = total === undefined ? undefined : words('head.points', { count: total })
  return [
    { is: 'paragraph', look: 'eyebrow', words: plain(words('eyebrow')) },
    heading(1, plain(input.studentName ?? input.plan.studentOid ?? '')),
    ...(input.protected ? [notice(own('head.secret'))] : []),
    ...(version < newest ? [notice(own('head.old', { version, newest }))] : []),
    ...factsOf([
      [words('head.qualification'), name && { ...name, text: joined([name.text, sized]) }],
      [words('head.studyRight'), plain(right ?? '')],
      [own('head.provider'), pickName(input.providerNames, language)],
      [words('head.version'), plain(`${version}, ${by(saved, input.savedBy)}`)],
      [own('head.approval'), plain(approval(input, own, language))],
      [
        own('head.printed'),
        plain(own('head.by', { time: formatInstant(reader.at, language), name: reader.name })),
      ],
    ]),
  ]
}

const notice = (text: string): Block => ({ is: 'paragraph', look: 'normal', words: plain(text) })

function approval(
  { approved, version, plan }: DocumentInput,
  own: DocumentWords,
  language: Speech['language'],
): string {
  if (approved === undefined) {
    // A register tells when, and not which version.
    if (plan.approvedAt === undefined) return own('head.notApproved')
    return own('head.approvedAt', { time: formatInstant(plan.approvedAt, language) })
  }
  const time = formatInstant(approved.at, language)
  if (approved.version !== version) return own('head.approvedOther', { version: approved.version, time })
  if (approved.by === undefined) return own('head.approved', { time })
  return own('head.approvedBy', { time, name: approved.by })
}

/** Approval, goals, and how the student is reached. */
export function basicsBlocks({ firstApprovalOpen, plan }: DocumentInput, speech: Speech): Block[] {
  const { words, language } = speech
  const date = (day: string | undefined) => plain(day === undefined ? '' : formatDate(day, language))
  return factsOf([
    [words('fields.careerPlanCode'), maybeCode(speech, plan.careerPlanCode)],
    [words('fields.needToAcquireCompetence'), plain(words(plan.needToAcquireCompetence ? 'yes' : 'no'))],
    [words('fields.firstApprovedOn'), date(firstApprovalOpen ? undefined : plan.firstApprovedOn)],
    [words('fields.competenceAchievedOn'), date(plan.competenceAchievedOn)],
    [words('fields.email'), plain(goneOr(speech, plan.email) ?? '')],
    [words('fields.phone'), plain(goneOr(speech, plan.phone) ?? '')],
    [words('fields.studentOid'), plain(plan.studentOid ?? '')],
    [words('fields.studyRightOid'), plain(plan.studyRightOid ?? '')],
    [words('fields.preparatoryStudyRightOid'), plain(plan.preparatoryStudyRightOid ?? '')],
  ])
}
