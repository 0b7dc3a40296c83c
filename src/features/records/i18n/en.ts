import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const en: Translation<typeof fi> = {
  'reason-needed': 'Say why the package is made.',
  protected:
    'The student is under non-disclosure. First say on the page of the student what you need the data for.',
  'not-found': 'The student is not found.',
  file: 'data.zip',
  title: 'Data that are kept of the student',
  made: 'Put together on {time}. System: Yhdessä.',
  lead: 'This package holds everything that the service keeps of the student. JSON files open as text, CSV files in a spreadsheet.',
  own: "This is the student's own package. Other people's data have been left out: of guardians only the custody is told, and of those who have seen the data the role and not the name.",
  fileColumn: 'File',
  whatColumn: 'What it holds',
  kinds: {
    student: 'Name, identifiers, group, teacher in charge and contact data.',
    guardians: 'Guardians.',
    studyRights: 'Study rights as Koski tells them.',
    versions: 'Every version of the plan: contents, who saved it, time, reason and changes.',
    national: 'The same version in the national form.',
    pdf: 'The plan now, for reading.',
    noPdf:
      'The plan holds so much text that it cannot be made into a PDF file. Its versions are there as JSON files.',
    sendings: 'What registers have sent last.',
    conflicts: 'Conflicts between the register and changes made here.',
    deliveries: 'How the plan has been sent to the national service.',
    approvals: 'Who has approved which part of the plan, and when.',
    signs: 'Early signs: what was noticed, from which data, what the student told and what was decided.',
    measures: 'Agreed measures: what, by when, and how it went.',
    invitations: 'Invitations to sign in: for whom, when and what came of it.',
    shares: 'What the student has shared by a link, with whom and when it was opened.',
    evidence: 'What the student has told of prior learning.',
    recognitions: 'Requests for recognition of prior learning, and the answers with their reasons.',
    files: 'A file that was added to show prior learning.',
    proposals: 'What the student has proposed to change, and how it was answered.',
    goals: "The student's own goals.",
    'help-requests': "Requests for support. Their words are only in the student's own package.",
    comments:
      "Comments on the path and the roles in which they are read. The student's package has the text of those that the student may read.",
    reveals: 'Who has opened data that a turvakielto protects, when and for which day.',
    erasures: 'Which data have been erased, when and by which rule.',
    audit: 'Who has seen or changed data, when and how (the files audit.csv and audit.json).',
  },
  csv: { at: 'Time', action: 'Action', who: 'Who', roles: 'Roles', source: 'System' },
  self: 'the student',
  section: {
    title: 'All data as a package',
    text: 'The package holds everything that is kept of the student: data, plans with their versions, and who has seen them. It is noted in the audit.',
    ownText:
      'You can download everything that is kept of you: your data, your plans with their versions, and in which role they have been seen.',
    reason: 'Why the package is made',
    reasonHint: "For example the student's request and its date. Write no names.",
    reasonProblem: 'Say shortly why the package is made.',
    take: 'Download the package (ZIP)',
    taken: 'The package has been downloaded.',
  },
}
