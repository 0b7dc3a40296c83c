import type { RegisterStaffMember } from '../../src/features/staff/contract-register.ts'
import type { RegisterStudent } from '../../src/features/students/contract-register.ts'
import { plainDateOf } from '../../src/platform/time/plain-date.ts'
import type { Language, Provider } from './places.ts'
import { type Seeded, seeded } from './seeded.ts'
import { type Colleague, teamOf } from './staff.ts'
import type { Student } from './students.ts'

/** What the student register and the staff register tell, in our own words: groups, contacts, guardians, teachers. */
export interface Register {
  readonly staff: readonly RegisterStaffMember[]
  readonly students: readonly RegisterStudent[]
}

/** Guardians are told of those who are not 18 on this day; it never moves, so that the world stays the same. */
const told = '2026-11-22'

/** Which of a provider's students has a turvakielto: none that the first steps of the README meet. */
const protectedAt: Readonly<Record<string, number>> = { kuusenkerkka: 9, kaksoisvirta: 3 }

const seeds: Readonly<Record<string, number>> = { kuusenkerkka: 101, havsvind: 102, kaksoisvirta: 103 }

/** Apart from the rest of the world's choices: what is added here changes nothing there. */
export function makeRegister(provider: Provider, students: readonly Student[]): Register {
  const random = seeded(seeds[provider.slug] ?? 100)
  const team = teamOf(provider)
  return {
    staff: team.map(staffMember),
    students: students.map((student, index) =>
      registerStudent(random, student, {
        index,
        isProtected: protectedAt[provider.slug] === index,
        teacher: team.find(one => one.groups.some(group => student.group.startsWith(group)))?.number,
      }),
    ),
  }
}

function staffMember({ language, name, number, subject }: Colleague): RegisterStaffMember {
  const [givenNames = '', familyName = ''] = name.split(' ')
  const email = `${mailName(name)}@esimerkki.test`
  return {
    staffNumber: number,
    givenNames,
    familyName,
    email,
    language,
    ...(subject === undefined ? {} : { subject }),
  }
}

interface Told {
  readonly index: number
  readonly isProtected: boolean
  readonly teacher: string | undefined
}

function registerStudent(
  random: Seeded,
  student: Student,
  { index, isProtected, teacher }: Told,
): RegisterStudent {
  const { birthDate, calledName, familyName, givenNames, group, language, oid, startsOn } = student
  return {
    studentOid: oid,
    studentNumber: `${startsOn.slice(2, 4)}${String(index + 1).padStart(4, '0')}`,
    givenNames,
    calledName,
    familyName,
    birthDate: plainDateOf(birthDate),
    group,
    groupName: groupName(group),
    ...(teacher === undefined ? {} : { teacher }),
    language,
    contact: {
      email: `${mailName(`${calledName} ${familyName}`)}@opiskelija.test`,
      phone: phone(random),
      ...address(random, language),
    },
    protected: isProtected,
    guardians: guardiansOf(random, student),
  }
}

const branches: Readonly<Record<string, string>> = {
  AJO: 'Ajoneuvoala',
  TVT: 'Tieto- ja viestintätekniikka',
  LIIKAT: 'Liikunta ja valmennus',
  TUVA: 'Tutkintokoulutukseen valmentava koulutus',
  TELMA: 'Työhön ja itsenäiseen elämään valmentava koulutus',
  FOR: 'Fordonsbranschen',
  DAT: 'Data- och kommunikationsteknik',
  HUX: 'Utbildning som handleder för examensutbildning',
}

/** `AJO24A`: the branch, the year of the beginning, and which of several. */
export function groupName(code: string): string {
  const [, branch = '', year = '', letter = ''] = /^([A-Z]+)(\d\d)([A-Z]?)$/.exec(code) ?? []
  return [branches[branch] ?? branch, `20${year}`, letter].filter(Boolean).join(' ')
}

function guardiansOf(random: Seeded, { birthDate, familyName, language }: Student) {
  const adultOn = `${Number(birthDate.slice(0, 4)) + 18}${birthDate.slice(4)}`
  if (adultOn <= told) return []
  const names: readonly [string, ...string[]] =
    language === 'sv' ? ['Mor', 'Far', 'Fostra'] : ['Huolta', 'Hoiva', 'Kaitsu']
  const count = 1 + random.number(2)
  return Array.from({ length: count }, (_, index) => {
    const name = `${names[(random.number(2) + index) % names.length] ?? names[0]} ${familyName}`
    return {
      ordinal: index + 1,
      name,
      email: `${mailName(name)}@huoltaja.test`,
      phone: phone(random),
      language,
      // One in five of the second ones lives elsewhere and is told nothing.
      custody: index === 0 || random.number(5) > 0,
    }
  })
}

const phone = (random: Seeded): string => `040 000 ${String(random.number(10_000)).padStart(4, '0')}`

function address(random: Seeded, language: Language) {
  const number = 1 + random.number(90)
  return language === 'sv'
    ? { street: `Påhittade gatan ${number}`, postalCode: '00000', city: 'Fantasiby' }
    : { street: `Keksitty katu ${number}`, postalCode: '00000', city: 'Keksilä' }
}

function mailName(name: string): string {
  const plain = name.toLowerCase().normalize('NFD')
  return plain.replaceAll(/[^a-z ]/g, '').replaceAll(' ', '.')
}
