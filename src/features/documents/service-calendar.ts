import { createHash } from 'node:crypto'
import ical from 'ical-generator'
import type { Language } from '../../platform/i18n/language.ts'
import { addDays, isPlainDate, type PlainDate } from '../../platform/time/plain-date.ts'
import { eventsOf, type PlanEvent } from './rules-events.ts'
import { type DocumentInput, documentWords, speechOf } from './rules-input.ts'
import { drawable } from './rules-text.ts'

/**
 * What happens when as iCalendar (RFC 5545), each as days. An event keeps its UID from one version to the next and tells
 * the version as its SEQUENCE, so that a calendar that reads the file again moves what it knows. It names nobody.
 */
export function calendarOf(input: DocumentInput, language: Language): string {
  const words = documentWords(language)
  const savedAt = new Date(input.savedAt)
  const calendar = ical({
    name: words('calendar'),
    prodId: { company: 'Yhdessä', product: 'Yhdessä', language: language.toUpperCase() },
  })
  for (const event of eventsOf(input.plan, speechOf(input, language))) {
    const name = drawable(event.name.text).replaceAll('\n', ' ')
    calendar.createEvent({
      id: uidOf(input.planId, event),
      sequence: input.version,
      stamp: savedAt,
      lastModified: savedAt,
      allDay: true,
      start: dayStart(event.start),
      end: dayStart(addDays(lastDay(event, input), 1)),
      summary: words('event', { kind: words(`kinds.${event.kind}`), name }),
      ...(event.place === undefined ? {} : { location: drawable(event.place).replaceAll('\n', ' ') }),
    })
  }
  return calendar.toString()
}

/** Of what is still open, the end of the study right; else its first day. */
function lastDay({ start, end }: PlanEvent, { studyRightEnd }: DocumentInput): PlainDate {
  if (end !== undefined) return end
  return studyRightEnd !== undefined && isPlainDate(studyRightEnd) && studyRightEnd > start
    ? studyRightEnd
    : start
}

/** Without a time zone of its own the calendar writes days by UTC, whatever the machine's clock is. */
const dayStart = (day: PlainDate): Date => new Date(`${day}T00:00:00Z`)

/** The key names parts of the plan in the clear; the calendar of somebody else needs no codes. */
function uidOf(planId: string, { key }: PlanEvent): string {
  const digest = createHash('sha256').update(`${planId} ${key}`).digest('hex')
  return `${digest.slice(0, 32)}@yhdessa`
}
