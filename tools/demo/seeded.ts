import { isBusinessId, isPersonOid, isStudyRightOid } from '../../src/features/identifiers/rules.ts'

/** A source of choices that makes the same world each time (mulberry32). */
export interface Seeded {
  /** A whole number from 0 up to, not including, `below`. */
  number(below: number): number
  pick<T>(items: readonly [T, ...T[]]): T
  studyRightOid(): string
  personOid(): string
  organisationOid(): string
  businessId(): string
}

export function seeded(seed: number): Seeded {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const number = (below: number) => Math.floor(next() * below)
  const digits = (count: number) => Array.from({ length: count }, () => number(10)).join('')
  // The check digit is the one that the rule of the identifier accepts.
  const checked = (start: () => string, valid: (whole: string) => boolean): string => {
    for (;;) {
      const body = start()
      for (let digit = 0; digit < 10; digit++) if (valid(`${body}${digit}`)) return `${body}${digit}`
    }
  }
  return {
    number,
    pick: items => items[number(items.length)] ?? items[0],
    studyRightOid: () => checked(() => `1.2.246.562.15.${1 + number(9)}${digits(9)}`, isStudyRightOid),
    // The national node of test persons: no real person can have such a number.
    personOid: () => checked(() => `1.2.246.562.98.${1 + number(9)}${digits(9)}`, isPersonOid),
    organisationOid: () => `1.2.246.562.99.${1 + number(9)}${digits(10)}`,
    // No business has been given a number that begins with 9.
    businessId: () => checked(() => `9${digits(6)}-`, isBusinessId),
  }
}
