import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi.ts'

export const sv: Translation<typeof fi> = {
  'not-found': 'Den gemensamma ändringen hittas inte.',
  'plan-not-found': 'En av de valda planerna hittas inte.',
  undone: 'Den gemensamma ändringen har redan ångrats.',
  'made-plans': 'Ändringen gjorde nya planer och kan inte ångras.',
  'changed-since': {
    one: 'Någon har sparat {count} plan efter att du tittade på ändringen. Ingenting har gjorts. Titta på ändringen på nytt.',
    other:
      'Någon har sparat {count} planer efter att du tittade på ändringen. Ingenting har gjorts. Titta på ändringen på nytt.',
  },
  cannot: 'I en av planerna kan ändringen inte göras, så ingenting har gjorts. {why}',
  nothing: 'Ändringen ändrar ingen plan.',
  'undo-reason': 'Ångrad gemensam ändring: {reason}',
  refusals: {
    protected: 'Den studerande har spärrmarkering.',
    'part-missing': 'Den här delen finns inte i planen.',
    'period-missing': 'Delen har ingen period.',
    'no-workplace-period': 'Delen har ingen period på en arbetsplats.',
    'nothing-to-move': 'Det finns inga dagar att flytta i planen.',
    already: 'Delen finns redan i planen.',
    'not-this-qualification': 'Den studerande avlägger en annan examen.',
    'dates-turned': 'Perioden skulle sluta före den börjar.',
    'note-too-long': 'Tilläggsuppgiften skulle bli för lång.',
    'changed-same': 'Samma ställe har ändrats senare.',
    'made-here': 'Ändringen gjorde den här planen, och den finns kvar.',
  },
  done: {
    'move-later': {
      one: 'Dagar flyttade en vecka framåt',
      other: 'Dagar flyttade {count} veckor framåt',
    },
    'move-earlier': {
      one: 'Dagar flyttade en vecka bakåt',
      other: 'Dagar flyttade {count} veckor bakåt',
    },
    'place-period': '{unit}: perioden flyttad till {start} – {end}',
    'set-workplace': '{unit}: arbetsplats {workplace}',
    'add-unit': 'Tillagd: {unit}, {start} – {end}',
    'set-hours': '{unit}: undervisning och handledning {hours} timmar',
    'add-note': '{unit}: tilläggsuppgift till perioden',
    'group-draft': 'Planer gjorda av stigmallen {template}',
    other: 'Planer gjorda tillsammans',
  },
}
