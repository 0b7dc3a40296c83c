import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-errors.ts'

export const en: Translation<typeof fi> = {
  exists: 'The study right has a plan already. Change it instead of creating another.',
  'not-found': 'The plan was not found.',
  'version-not-found': 'There is no such version.',
  'conflict-not-found': 'The conflict was not found, or has been settled already.',
  'study-right-unknown':
    'The study right {studyRight} is not known. Bring it in from the student register first.',
  'student-unknown':
    'The learner {student} is not known. Bring the student in from the student register first.',
  'other-student': 'The study right {studyRight} does not belong to the learner {student}.',
  'other-study-right': 'The study right of a plan cannot be changed ({from} → {to}).',
  'study-right-included':
    'The study right {studyRight} is included in another. The plan is made for that one.',
  'version-conflict': 'Somebody else has saved the plan meanwhile. It is now at version {version}.',
  'version-needed': 'Tell in the header If-Match which version you changed.',
  'version-unreadable': 'The version in the header If-Match cannot be read. It looks like "v3".',
  'contact-unknown': 'The plan refers to the contact {contact}, which does not exist.',
  'text-too-long': 'The text is too long: at most {limit} characters, now {count}. Shorten it.',
  shape: 'The contents of the plan have the wrong shape.',
  refused: 'The plan has errors. Mend them and send it again.',
  protected: 'The student is protected (turvakielto). First look at the data and tell why you need them.',
}
