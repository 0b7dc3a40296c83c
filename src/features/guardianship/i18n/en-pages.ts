import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-pages.ts'

export const en: Translation<typeof fi> = {
  title: 'Your children',
  lead: 'Choose whose studies you look at.',
  until: "They turn 18 on {date}. On that day a guardian's part ends by itself.",
  hiddenName: 'Your child who is protected (turvakielto)',
  back: 'Your children',
  takesPart:
    'The plan is the student’s own. You see the path as they see it. The school may ask you to approve a part of the plan.',
  protected:
    'The student is protected (turvakielto). That is why no guardian sees places, people or times here.',
  ask: 'Whom you can ask',
  askTeacher: 'The responsible teacher is {name}.',
  askSchool: 'Ask the office of the school.',
  email: 'E-mail',
  ended: {
    title: 'You see nobody’s studies now',
    none: 'The school has linked no student to you.',
    'of-age':
      'The student has turned 18. The studies of an adult are their own, and so the guardian’s part has ended. They may share parts of their path with you by a link if they wish.',
    'no-custody':
      'The school’s register does not tell that you are the guardian. Ask the school if that is a mistake.',
    unknown: 'The school’s register lacks the student’s birth date. Ask the school.',
  },
}
