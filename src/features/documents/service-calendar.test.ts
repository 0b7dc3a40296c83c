import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { inputWith, wholePlan } from './factory.ts'
import type { DocumentInput } from './rules-input.ts'
import { calendarOf } from './service-calendar.ts'

function eventsIn(text: string) {
  const components = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
  return components.map(component => {
    const event = new ICAL.Event(component)
    return {
      ...{ uid: event.uid, summary: event.summary, location: event.location, sequence: event.sequence },
      ...{ start: event.startDate.toString(), end: event.endDate.toString() },
    }
  })
}

const events = (input: DocumentInput, language: 'fi' | 'sv' | 'en' = 'fi') =>
  eventsIn(calendarOf(input, language))

describe('the calendar of a plan', () => {
  test('has what happens when, as days with the day after the last as their end', () =>
    expect(events(inputWith(wholePlan)).map(({ start, end, summary }) => [start, end, summary])).toEqual([
      ['2026-09-01', '2026-10-16', 'Työpaikalla: Huoltotyöt'],
      ['2026-09-07', '2026-10-06', 'Opiskeluvalmiuksia tukevat opinnot: Oppimaan oppiminen'],
      ['2026-09-20', '2026-09-22', 'Keskeytys: Huoltotyöt'],
      ['2026-10-14', '2026-10-16', 'Näyttö: Huoltotyöt'],
      // What is open lasts as long as the study right.
      ['2026-11-01', '2029-06-05', 'Oppimisen tuki: oppimisentuki_01 (Tuntematon koodi)'],
    ]))

  test('tells the place, the version as the sequence, and the language of the reader', () => {
    const [first] = events(inputWith(wholePlan), 'sv')
    expect(first).toMatchObject({
      summary: 'På arbetsplatsen: Servicearbeten',
      location: 'Keksitty Korjaamo Oy',
      sequence: 2,
    })
  })

  test('names nobody', () => {
    const text = calendarOf(inputWith(wholePlan), 'fi')
    for (const name of ['Aamu', 'Oskari', 'Arja', '040', '@esimerkki']) expect(text).not.toContain(name)
  })

  test('keeps the UID of what moves, and has each once', () => {
    const moved = structuredClone(wholePlan)
    for (const unit of moved.vocationalUnits ?? [])
      for (const period of unit.learningPeriods ?? []) period.start = '2026-09-08'
    const [before, after] = [events(inputWith(wholePlan)), events(inputWith(moved, { version: 3 }))]
    const uidOf = (list: typeof before) => list.find(({ summary }) => summary.startsWith('Työpaikalla'))?.uid
    expect(uidOf(after)).toBe(uidOf(before))
    expect(new Set(before.map(({ uid }) => uid)).size).toBe(before.length)
  })

  test('leaves out what has no right days, and folds what is long', () => {
    const name = 'Ääkkösiä ja pitkä nimi, jossa; on merkkejä\n'.repeat(20)
    const text = calendarOf(
      inputWith({
        studySkillsStudies: [
          { name, description: 'x', start: '2026-09-07', end: '2026-10-05' },
          { name: 'Nurin', description: 'x', start: '2026-10-07', end: '2026-09-05' },
          { name: 'Ei päivä', description: 'x', start: '2026-02-30', end: '2026-03-05' },
        ],
      }),
      'fi',
    )
    expect(eventsIn(text)).toHaveLength(1)
    expect(eventsIn(text)[0]?.summary).toContain('Ääkkösiä ja pitkä nimi, jossa; on merkkejä Ääkkösiä')
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  })

  test('is the same wherever the machine stands', () => {
    const before = process.env.TZ
    const texts = ['Europe/Helsinki', 'America/Los_Angeles', 'Pacific/Auckland'].map(zone => {
      process.env.TZ = zone
      return calendarOf(inputWith(wholePlan), 'fi')
    })
    process.env.TZ = before ?? ''
    if (before === undefined) delete process.env.TZ
    expect(new Set(texts).size).toBe(1)
  })
})
