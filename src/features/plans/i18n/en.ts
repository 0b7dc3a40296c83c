import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const en: Translation<typeof fi> = {
  findings: {
    'json-syntax': 'The JSON is wrong on line {line}, character {column}. Correct it.',
    'json-duplicate-key':
      'The same item stands twice on line {line}, character {column}. Remove one of them.',
    'json-too-deep': 'The JSON is nested too deep on line {line}. Check the brackets.',
    'json-invalid-utf8': 'The encoding is not UTF-8 on line {line}, character {column}. Save as UTF-8.',
    'json-lone-surrogate':
      'There is a broken character on line {line}, character {column}. Write the text again.',
    'json-nul-character': 'The text has a forbidden character (\\u0000) on line {line}, column {column}.',
    'unknown-key-kept': '{key} is not known yet. It was kept as it is.',
    'unknown-key': '{key} is not known in this place. Remove it or check the spelling.',
    'refused-key': '{key} may not be sent with this operation. Leave it out.',
    'missing-key': '{key} is missing. Add it.',
    'field-missing': 'This detail is missing. Fill it in.',
    'null-value': 'The value is null. Leave the whole item out when there is none.',
    'empty-value': 'The text is empty. Give a value or leave the item out.',
    'invalid-text': 'A text in quotation marks belongs here.',
    'invalid-integer': 'A whole number without quotation marks belongs here.',
    'invalid-number': 'A number that is zero or more belongs here.',
    'invalid-boolean': 'true or false without quotation marks belongs here.',
    'invalid-date': 'A day of the calendar in the form yyyy-mm-dd belongs here, such as 2026-08-01.',
    'invalid-instant': 'A day, a time and a time zone belong here, such as 2026-08-01T09:30:00.000Z.',
    'invalid-uuid': 'A UUID belongs here: 36 characters with hyphens.',
    'invalid-phone': 'A phone number may have digits, spaces, brackets, + and -, and 256 characters at most.',
    'invalid-business-id':
      'The business ID is not valid. Its form is 1234567-1, and the last digit is a check digit.',
    'invalid-study-right-oid':
      'The study right OID is not valid. It starts with 1.2.246.562.15. and ends with a check digit.',
    'invalid-person-oid':
      'The learner number is not valid. It starts with 1.2.246.562.24. and ends with a check digit.',
    'invalid-organisation-oid': 'The organisation OID is not valid. It starts with 1.2.246.562.10.',
    'invalid-code': 'The code does not have the right form. An example of the right form is {example}.',
    'invalid-list': 'A list in square brackets belongs here.',
    'invalid-object': 'A set of items in curly brackets belongs here.',

    'period-ends-before-start': 'The period ends ({end}) before it starts ({start}). Correct the dates.',
    'period-too-long': 'The period is longer than {years} years. Shorten it or divide it.',
    'period-starts-before-study-right':
      'The period starts before the study right. The study right starts on {date}; move the start to that day or later.',
    'period-ends-after-study-right':
      'The period ends after the estimated end of the study right. Move the end to {date} at the latest, or extend the study right.',
    'part-time-share-missing':
      'The workplace period has no part-time share. Tell how many percent of full working time the student works (1–100).',
    'part-time-share-out-of-range': 'The part-time share must be 1–100 percent.',
    'part-time-share-unusual': 'A part-time share is usually 1–100 percent. Check the number.',
    'period-identifier-missing':
      'The workplace period has no identifier. Give it one that is not used elsewhere in the plan.',
    'period-identifier-repeated':
      'Another period has the same identifier {identifier}, so the two cannot be told apart. Give them different identifiers.',
    'workplace-business-id-missing': 'The business ID of the workplace is missing. Add it.',
    'workplace-details-missing':
      'The workplace period has no workplace. Add the workplace, the instructor and the main duties.',
    'workplace-tasks-missing': 'The main duties are missing. Tell what the student does at the workplace.',
    'apprenticeship-basis-missing':
      'The basis of the apprenticeship is missing. Choose whether the student is employed or an entrepreneur.',
    'apprenticeship-basis-unneeded':
      'A basis of apprenticeship is given though the period is no apprenticeship. Remove the basis or change the way of acquiring competence.',
    'interruptions-overlap':
      'The interruptions overlap: the one starting on {start} starts before the previous one has ended. Correct the dates.',
    'workplace-periods-overlap':
      'The period is at the same time as the workplace period {start} – {end}. Days in common are shared between them when durations are counted.',
    'dates-reversed': 'The end {end} is before the start {start}. Correct the dates.',
    'outside-learning-period':
      'The day is outside the period to which it belongs ({start} – {end}). Correct the day.',

    'demonstration-before-study-right':
      'The demonstration starts before the study right, which starts on {date}. Check the day.',
    'demonstration-after-study-right':
      'The demonstration ends after the estimated end of the study right ({date}). Check the day.',
    'assessors-missing': 'The competence is to be verified by assessors, but no assessors are named.',
    'prior-demonstration-missing':
      'The student is guided to a demonstration, but there are no details of the demonstration.',

    'study-right-unknown': 'The study right is not known. Bring it from the student register.',
    'study-right-type-unsuitable':
      'The type of the study right is {type}. A plan can be made only for vocational or preparatory education (TUVA).',
    'unit-on-preparatory-study-right':
      'A plan of preparatory education (TUVA) cannot have qualification units. Remove the unit.',
    'study-skills-on-preparatory-study-right':
      'A plan of preparatory education (TUVA) cannot have studies supporting study skills. Remove them.',
    'preparatory-oid-unsuitable':
      'A parallel preparatory study right is not given when the plan itself is of preparatory education (TUVA). Remove it.',
    'preparatory-part-unsuitable':
      'Parts of preparatory education (TUVA) belong only to a plan of that education. Remove the part.',
    'preparatory-weeks-unusual': 'By its requirements this part extends over {fewest}–{most} weeks.',
    'competence-achieved-out-of-range':
      'The day on which competence was achieved must be {earliest} – {latest}. Correct the day.',
    'competence-achieved-before-approval':
      'Competence is marked as achieved before the first approval of the plan ({date}). Check the days.',

    'remedial-teaching-incomplete':
      'Remedial teaching needs its start, its end, and whether it concerns a vocational or a common unit.',
    'support-details-unneeded': 'Only remedial teaching has dates and a kind of unit. Remove this item.',
    'support-type-unknown':
      'The form of learning support {code} is not known. Choose one of the three forms of support.',
    'learning-support-too-early': 'Learning support is part of a plan only from {date}. Check the day.',
    'study-skills-being-replaced':
      'Learning support takes the place of studies supporting study skills. Consider recording this as learning support.',

    'local-unit-without-name': 'The local unit has no name. Give it one.',
    'common-unit-without-subject-areas': 'The common unit has no subject areas. Add them.',
    'text-has-control-characters':
      'The text has invisible control characters, which may turn or break it. Take them out.',
    'email-unusual': 'The e-mail address does not look right. Check it.',
    'phone-unusual': 'The phone number does not look right. Check it.',
    'business-id-unusual':
      'Check the business ID: it looks like 1234567-1, and its last digit is a check digit.',
    'code-unknown': 'The code {code} (version {version}) is not in its code set. Check the code.',
    'unit-not-in-qualification':
      "The unit {code} does not belong to the structure of the student's qualification. Check the unit.",
    'points-below-qualification': 'The plan has {planned} competence points, the qualification {total}.',
    'points-surely-below-qualification':
      "The plan has at most {planned} competence points when optional studies are counted at their largest. The qualification has {total}. On the plan's page, Formation of the qualification tells what is missing.",
    'points-above-qualification':
      'The plan has {planned} competence points, more than the qualification ({total}).',
    'register-conflict':
      'The student register and a change made here contradict each other. Both values are kept.',
  },
}
