import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const en: Translation<typeof fi> = {
  'not-found': 'There is no such path template.',
  'version-not-found': 'There is no such version of the path template.',
  'version-needed': 'The request does not tell which version was edited.',
  'version-conflict': 'Somebody else has saved the path template since you opened it.',
  'qualification-needed': 'Choose a qualification.',
  'qualification-unknown': 'The requirements of the qualification have not been brought into the service.',
  'id-twice': 'Two parts have the same id {id}.',
  'receiver-unknown': 'There is no such receiver.',
  'gift-not-found': 'There is no such given template. It may have been withdrawn.',
  findings: {
    empty: 'The template has no units yet.',
    'qualification-unknown':
      'The requirements of the qualification have not been brought into the service, so its units cannot be checked.',
    'qualification-ended':
      'The requirements of the qualification are no longer in force: they ended on {date}.',
    'qualification-transition':
      'The requirements of the qualification ended on {date}. It is a transition period now.',
    'points-short': 'The units make {planned} competence points. The qualification needs {needed}.',
    'points-over': 'The units make {planned} competence points. The qualification has at most {most}.',
    'points-short-assumed':
      'The units make {planned} competence points. Besides, {assumed} cp of optional goals are assumed. The qualification needs {needed}.',
    'points-over-assumed':
      'The units make {planned} competence points. Besides, {assumed} cp of optional goals are assumed. The qualification holds at most {most}.',
    'not-formed': 'The units do not form the qualification yet. See what is missing.',
    'unit-twice': 'The same unit stands in the template twice.',
    'unit-gone': 'The unit is not in the requirements of the qualification.',
    'unit-ended': 'The unit is of requirements that are no longer in force.',
    'elsewhere-unknown':
      'The unit is of the requirements {diaryNumber}, which have not been brought into the service.',
    'no-points': 'The local unit has no competence points.',
    'no-areas': 'The common unit has no subject areas.',
    'area-unknown': 'The subject area is not in this common unit.',
    'area-twice': 'The same subject area stands twice.',
    'no-period': 'The unit has no period.',
    'no-demonstration': 'The unit has no demonstration.',
    'period-long': 'The period takes {weeks} weeks. One of over {most} weeks is better divided.',
    'hours-many': 'There are {hours} hours, which is much for {weeks} weeks.',
    'share-elsewhere': 'A share of working time belongs only to a period at a workplace.',
    'demonstration-early':
      'The demonstration is in week {week}, but studying the unit begins only in week {first}.',
    'demonstration-no-workplace':
      'The demonstration is at a workplace, but the unit has no period at a workplace.',
    'breaks-overlap': 'Two breaks are partly in the same weeks.',
  },
  changes: {
    'unit-added': 'Unit added: {unit}',
    'unit-removed': 'Unit removed: {unit}',
    'unit-moved': 'Moved in the order: {unit}',
    'unit-changed': 'Details changed: {unit}',
    'area-added': 'Subject area added: {unit}',
    'area-removed': 'Subject area removed: {unit}',
    'period-added': '{unit}: period added, weeks {to}',
    'period-removed': '{unit}: period removed, weeks {from}',
    'period-changed': '{unit}: period changed, weeks {from} → {to}',
    'demonstration-added': '{unit}: demonstration added, weeks {to}',
    'demonstration-removed': '{unit}: demonstration removed, weeks {from}',
    'demonstration-changed': '{unit}: demonstration changed, weeks {from} → {to}',
    breaks: 'Breaks changed',
    'career-plan': 'Career plan changed',
  },
}
