import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const en: Translation<typeof fi> = {
  'not-found': 'There is no such bulk change.',
  'plan-not-found': 'One of the chosen plans is not there.',
  undone: 'The bulk change has been undone already.',
  'made-plans': 'The change made new plans and cannot be undone.',
  'changed-since': {
    one: 'Somebody has saved {count} plan since you looked at the change. Nothing was done. Look at the change again.',
    other:
      'Somebody has saved {count} plans since you looked at the change. Nothing was done. Look at the change again.',
  },
  cannot: 'One of the plans cannot take the change, so nothing was done. {why}',
  nothing: 'The change changes no plan.',
  'undo-reason': 'Bulk change undone: {reason}',
  refusals: {
    protected: 'The student has a non-disclosure order.',
    'part-missing': 'The plan does not have this unit.',
    'period-missing': 'The unit has no period.',
    'no-workplace-period': 'The unit has no period at a workplace.',
    'nothing-to-move': 'There are no dates to move in the plan.',
    already: 'The unit is in the plan already.',
    'not-this-qualification': 'The student is completing another qualification.',
    'dates-turned': 'The period would end before it begins.',
    'note-too-long': 'The note would become too long.',
    'changed-same': 'The same place has been changed later.',
    'made-here': 'The change made this plan, and it stays.',
  },
  done: {
    'move-later': { one: 'Dates moved a week later', other: 'Dates moved {count} weeks later' },
    'move-earlier': { one: 'Dates moved a week earlier', other: 'Dates moved {count} weeks earlier' },
    'place-period': '{unit}: period moved to {start} – {end}',
    'set-workplace': '{unit}: workplace {workplace}',
    'add-unit': 'Added {unit}, {start} – {end}',
    'set-hours': '{unit}: {hours} hours of teaching and guidance',
    'add-note': '{unit}: a note on the period',
    'group-draft': 'Plans made from the path template {template}',
    other: 'Plans made together',
  },
}
