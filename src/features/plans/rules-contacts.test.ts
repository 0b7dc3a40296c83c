import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Plan } from './contract.ts'
import {
  attachContacts,
  type ContactContent,
  contactKinds,
  detachContacts,
  erasedContactId,
  erasedMarker,
  type KnownContact,
} from './rules-contacts.ts'

const counter = () => {
  let count = 0
  return () => `new-${++count}`
}
const contents = (contacts: readonly KnownContact[]) => new Map(contacts.map(c => [c.id, c.content]))

const head: Plan = { firstApprovedOn: '2026-01-01', needToAcquireCompetence: true }
const school = '1.2.246.562.10.92214483247'
const days = { start: '2026-01-01', end: '2026-02-01' }

const peopled: Plan = {
  ...head,
  email: 'oppija@example.fi',
  phone: '0401',
  vocationalUnits: [
    {
      unitCode: 'tutkinnonosat_1',
      unitCodeVersion: 1,
      learningPeriods: [
        {
          ...days,
          methodCode: 'osaamisenhankkimistapa_koulutussopimus',
          methodCodeVersion: 1,
          providerRepresentative: { name: 'Edustaja', institutionOid: school, role: 'opettaja' },
          acquirerRepresentative: { name: 'Hankkija', institutionOid: school },
          workplace: {
            name: 'Korjaamo',
            tasks: ['huolto'],
            instructor: { id: 5, name: 'Ohjaaja', email: 'o@example.fi', phone: '0402' },
          },
        },
      ],
      demonstrations: [
        {
          ...days,
          environment: { name: 'Korjaamo' },
          content: [],
          providerAssessors: [{ name: 'Arvioija', organisation: { institutionOid: school } }],
          workAssessors: [{ name: 'Työn arvioija', organisation: { name: 'Korjaamo' } }],
        },
      ],
    },
  ],
  priorVocationalUnits: [
    {
      unitCode: 'tutkinnonosat_2',
      unitCodeVersion: 1,
      verificationDetails: { assessors: [{ name: 'Arvioija', organisation: {} }] },
    },
  ],
}

describe('detaching contacts', () => {
  it('takes every name, address and number of a person, and only those', () => {
    const { body, contacts } = detachContacts(peopled, [], counter())
    expect(contacts.map(c => c.kind).sort()).toEqual([...contactKinds].sort())
    expect(contacts.every(c => c.isNew)).toBe(true)
    const stored = JSON.stringify(body)
    for (const text of contacts.flatMap(c => Object.values(c.content ?? {}))) {
      expect(stored).not.toContain(`"${text}"`)
    }
    const period = body.vocationalUnits?.[0]?.learningPeriods?.[0]
    expect(period?.workplace).toEqual({
      name: 'Korjaamo',
      tasks: ['huolto'],
      instructor: { id: 5, contact: expect.any(String) },
    })
    expect(period?.providerRepresentative).toEqual({
      institutionOid: school,
      role: 'opettaja',
      contact: expect.any(String),
    })
    expect(body.contact).toEqual(expect.any(String))
  })

  it('refers to one contact where the same person assesses twice', () => {
    const { body, contacts } = detachContacts(peopled, [], counter())
    const prior = body.priorVocationalUnits?.[0]?.verificationDetails?.assessors?.[0]?.contact
    expect(prior).toBe(body.vocationalUnits?.[0]?.demonstrations?.[0]?.providerAssessors?.[0]?.contact)
    expect(contacts.filter(c => c.id === prior)).toHaveLength(1)
  })

  it.each<[name: string, known: KnownContact[], id: string, isNew: boolean]>([
    ['equal content', [{ id: 'k', kind: 'student', content: { phone: '0401', email: 'e' } }], 'k', false],
    [
      'equal content of another kind',
      [{ id: 'k', kind: 'instructor', content: { email: 'e', phone: '0401' } }],
      'new-1',
      true,
    ],
    ['other content', [{ id: 'k', kind: 'student', content: { email: 'e' } }], 'new-1', true],
    ['an erased contact', [{ id: 'k', kind: 'student', content: null }], 'new-1', true],
  ])('with %s known', (_name, known, id, isNew) => {
    const { body, contacts } = detachContacts({ ...head, email: 'e', phone: '0401' }, known, counter())
    expect(body).toEqual({ ...head, contact: id })
    expect(contacts).toEqual([{ id, kind: 'student', content: { email: 'e', phone: '0401' }, isNew }])
  })

  it('leaves a plan without people as it is', () => {
    expect(detachContacts(head, [], counter())).toEqual({ body: head, contacts: [] })
    expect(attachContacts(head, new Map())).toEqual(head)
  })
})

describe('an erased contact', () => {
  const first = detachContacts(peopled, [], counter())

  it('leaves a gap at its place and keeps its reference when the plan comes back', () => {
    const known = first.contacts.map((contact): KnownContact => ({ ...contact, content: null }))
    const withGaps = attachContacts(first.body, contents(known))
    const instructor = withGaps.vocationalUnits?.[0]?.learningPeriods?.[0]?.workplace?.instructor
    expect(instructor?.id).toBe(5)
    expect(erasedContactId(instructor?.name ?? '')).toBe(
      first.body.vocationalUnits?.[0]?.learningPeriods?.[0]?.workplace?.instructor.contact,
    )
    expect(erasedContactId(withGaps.email ?? '')).toBe(first.body.contact)
    const again = detachContacts(withGaps, known, counter())
    expect(again.body).toEqual(first.body)
    expect(again.contacts.map(c => [c.id, c.content, c.isNew])).toEqual(known.map(c => [c.id, null, false]))
  })

  it('is not taken from a marker that names another kind or a contact that stands', () => {
    const forged: Plan = { ...head, email: erasedMarker('k') }
    for (const known of [
      { id: 'k', kind: 'instructor', content: null },
      { id: 'k', kind: 'student', content: { email: 'secret@example.fi' } },
    ] as const) {
      expect(detachContacts(forged, [known], counter()).body.contact).toBe('new-1')
    }
  })

  it('that is not given at all leaves a gap too', () => {
    expect(attachContacts({ ...head, contact: 'k' }, new Map()).email).toBe(erasedMarker('k'))
  })

  it.each(['', 'Matti', '\u27e8erased:', 'k\u27e9'])('%j is no marker', text => {
    expect(erasedContactId(text)).toBeUndefined()
  })
})

const text = fc.constantFrom('', 'a', 'b', erasedMarker('known-0'), erasedMarker('known-1'))
const some = <T>(value: fc.Arbitrary<T>) => fc.array(value, { maxLength: 2 })
const optional = <T extends object>(
  model: { [K in keyof T]: fc.Arbitrary<T[K]> },
  ...requiredKeys: (keyof T)[]
) => fc.record(model, { requiredKeys })
const person = optional(
  { id: fc.nat(9), name: text, institutionOid: text, role: text },
  'name',
  'institutionOid',
)
const providerAssessor = fc.record({ name: text, organisation: optional({ institutionOid: text }) })
const workAssessor = fc.record({
  name: text,
  organisation: optional({ name: text, businessId: text }, 'name'),
})
const instructor = optional({ id: fc.nat(9), name: text, email: text, phone: text }, 'name')
const workplace = fc.record({ name: text, tasks: some(text), instructor })
const period = optional(
  {
    start: text,
    end: text,
    methodCode: text,
    methodCodeVersion: fc.nat(3),
    providerRepresentative: person,
    acquirerRepresentative: person,
    workplace,
  },
  'start',
  'end',
  'methodCode',
  'methodCodeVersion',
)
const demonstration = optional(
  {
    start: text,
    end: text,
    environment: fc.record({ name: text }),
    content: some(text),
    providerAssessors: some(providerAssessor),
    workAssessors: some(workAssessor),
  },
  'start',
  'end',
  'environment',
  'content',
)
const unit = optional(
  {
    unitCode: text,
    unitCodeVersion: fc.nat(3),
    learningPeriods: some(period),
    demonstrations: some(demonstration),
  },
  'unitCode',
  'unitCodeVersion',
)
const priorUnit = optional(
  {
    unitCode: text,
    unitCodeVersion: fc.nat(3),
    demonstrations: some(demonstration),
    verificationDetails: optional({ sentForAssessmentOn: text, assessors: some(providerAssessor) }),
  },
  'unitCode',
  'unitCodeVersion',
)
const anyPlan = optional(
  {
    firstApprovedOn: text,
    needToAcquireCompetence: fc.boolean(),
    email: text,
    phone: text,
    vocationalUnits: some(unit),
    priorVocationalUnits: some(priorUnit),
  },
  'firstApprovedOn',
  'needToAcquireCompetence',
) as fc.Arbitrary<Plan>

const anyKnown: fc.Arbitrary<KnownContact[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...contactKinds),
      content: fc.constantFrom<ContactContent | null>(
        { name: 'a' },
        { name: '' },
        { email: 'a' },
        { name: 'b' },
      ),
    }),
    { maxLength: 5 },
  )
  .map(rows => rows.map((row, i) => ({ ...row, id: `known-${i}` })))

describe('any plan', () => {
  it('is the same after detaching and attaching', () => {
    fc.assert(
      fc.property(anyPlan, anyKnown, (plan, known) => {
        const { body, contacts } = detachContacts(plan, known, counter())
        expect(attachContacts(body, contents(contacts))).toEqual(plan)
        const again = detachContacts(plan, contacts, () => 'none is new')
        expect(again.body).toEqual(body)
        expect(again.contacts.filter(c => c.isNew)).toEqual([])
      }),
      { numRuns: 400 },
    )
  })
})
