import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-pages.ts'

export const en: Translation<typeof fi> = {
  title: 'Clock of the demonstration',
  lead: "Move the system's day to see how deadlines and checks change. The move concerns everyone in this demonstration. Sign-ins, keys and certificates are not affected.",
  today: "The system's day",
  realToday: 'The real day',
  unmoved: 'The clock has not been moved.',
  moved: {
    one: 'The clock has been moved by {count} day.',
    other: 'The clock has been moved by {count} days.',
  },
  date: 'New day',
  move: 'Move the clock',
  reset: 'Back to the real day',
  done: "The system's day is now {date}.",
}
