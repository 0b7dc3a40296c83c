import { describe, expect, it } from 'vitest'
import type { Group, Structure, Unit } from './contract.ts'
import type { ChosenPart, Selection } from './contract-formation.ts'
import { formationOf } from './rules-formation.ts'
import { acceptsOf } from './rules-formation-places.ts'
import { formationTree } from './rules-formation-tree.ts'

type Member = Group | string
const bounds = (min?: number, max?: number) => ({
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
})

/** A unit is written `a15`, with its points; a compulsory one `a15!`. */
const group = (
  min: number | undefined,
  max: number | undefined,
  members: Member[],
  more: Partial<Group> = {},
): Group => ({
  names: {},
  role: 'defined',
  ...(min === undefined && max === undefined ? {} : { points: bounds(min, max) }),
  members: members.map(member =>
    typeof member === 'string'
      ? { unit: member.replace('!', ''), ...(member.endsWith('!') ? { compulsory: true } : {}) }
      : member,
  ),
  ...more,
})
const place = (fi: string, min = 5, max = 15) => group(min, max, [], { role: 'open', names: { fi } })
const area = (code: string, members: Member[]) =>
  group(undefined, undefined, members, { role: 'competenceArea', competenceArea: `osaamisala_${code}` })
const title = (code: string, members: Member[]) =>
  group(undefined, undefined, members, { role: 'title', title: `tutkintonimikkeet_${code}` })
const counted = (min: number, max: number, members: Member[]) =>
  group(undefined, undefined, members, { count: { min, max } })

const pointsOf = (name: string) => Number(/\d+/.exec(name)?.[0] ?? 0)
const unit = (codeUri: string, more: Partial<Unit> = {}): Unit => ({
  codeUri,
  names: {},
  kind: 'vocational',
  points: bounds(pointsOf(codeUri), pointsOf(codeUri)),
  subjectAreas: [],
  ...more,
})

/** What is chosen: units by name, other things as `local=15`. */
function form(root: Group, chosen: string, more: Partial<Selection> = {}, units: Unit[] = []) {
  const names = JSON.stringify(root).match(/"unit":"[^"]+"/g) ?? []
  const all = [...new Set(names)].map(name => unit(JSON.parse(name.slice(7))))
  const structure: Structure = { method: 'reformi', root }
  const parts: ChosenPart[] = chosen.split(' ').flatMap((name): ChosenPart[] => {
    if (name === '') return []
    const [kind, points] = name.split('=')
    if (points === undefined) return [{ key: name, kind: 'unit', unit: name }]
    return [{ key: name, kind: kind as ChosenPart['kind'], points: Number(points) }]
  })
  return formationOf(formationTree(structure, [...all, ...units]), { parts, ...more })
}

const states = (formation: ReturnType<typeof form>) =>
  Object.fromEntries(formation.groups.map(one => [one.path, one.state]))

describe('groups with points', () => {
  const root = group(60, 60, [
    group(30, 30, ['a20!', 'b10!']),
    group(20, undefined, ['c10', 'd10', 'e15', 'f30']),
  ])
  it.each([
    ['', { '': 'short', 0: 'short', 1: 'short' }],
    ['a20 b10', { '': 'short', 0: 'fulfilled', 1: 'short' }],
    ['a20 b10 f30', { '': 'fulfilled', 0: 'fulfilled', 1: 'fulfilled' }],
    // No maximum is no bound, but the whole has one.
    ['a20 b10 f30 c10', { '': 'over', 0: 'fulfilled', 1: 'fulfilled' }],
    // A compulsory unit is missing though the points suffice.
    ['a20 c10 d10 e15', { '': 'short', 0: 'short', 1: 'fulfilled' }],
  ])('%s', (chosen, expected) => {
    expect(states(form(root, chosen))).toEqual(expected)
  })

  it('tells by how much, and what completes it', () => {
    const formed = form(root, 'a20 c10')
    expect(formed.groups[1]).toMatchObject({ missingPoints: 10, missingUnits: ['b10'] })
    expect(formed).toMatchObject({ complete: false, planned: 30 })
    // The whole lacks 30: 10 by the unit, 20 from the only group that can grow.
    expect(formed.toComplete).toEqual([
      { path: '0', units: ['b10'] },
      { path: '1', points: 20 },
    ])
    expect(form(root, 'a20 b10 f30 c10').groups[0]).toMatchObject({ overPoints: 10 })
  })

  it('needs all units of a group that has no more than it asks', () => {
    const formed = form(
      group(30, undefined, [group(30, undefined, ['a20', 'b10']), group(0, 30, ['c30'])]),
      'a20 c30',
    )
    expect(formed.groups[1]).toMatchObject({ state: 'short', missingUnits: ['b10'] })
  })
})

describe('groups that count units', () => {
  // The older qualifications, as in 40/011/2001.
  const root = group(undefined, undefined, [
    counted(2, 2, ['a0!', 'b0!']),
    counted(1, 2, ['c0', 'd0', 'e0']),
    counted(0, 1, ['f0']),
  ])
  it.each([
    ['a0 b0 c0', 'fulfilled', true],
    ['a0 b0 c0 d0 f0', 'fulfilled', true],
    ['a0 b0', 'short', false],
    ['a0 b0 c0 d0 e0', 'over', false],
  ])('%s', (chosen, state, complete) => {
    const formed = form(root, chosen)
    expect([states(formed)[1], formed.complete]).toEqual([state, complete])
  })

  it('counts a group with anything in it as one', () => {
    const nested = counted(2, 2, [counted(0, 9, ['a0', 'b0']), counted(0, 9, ['c0'])])
    expect(form(nested, 'a0 b0').groups[0]).toMatchObject({ state: 'short', missingCount: 1 })
    expect(form(nested, 'a0 b0 c0').complete).toBe(true)
  })
})

describe('alternatives', () => {
  const root = group(40, 40, [
    area('1', [group(30, 30, ['a30!']), group(10, 10, ['b10', 'c10'])]),
    area('2', [group(40, 40, ['a30!', 'd10!'])]),
  ])
  const possible = (formation: ReturnType<typeof form>) =>
    formation.alternatives.map(one => [one.code, one.possible, one.chosen])

  it('stay open while the selection bears them all', () => {
    const formed = form(root, 'a30')
    expect(possible(formed)).toEqual([
      ['osaamisala_1', true, false],
      ['osaamisala_2', true, false],
    ])
    expect(states(formed)).toEqual({ '': 'short', 0: 'open', 1: 'open' })
    expect(formed.toComplete).toEqual([{ path: '', choose: 'competenceArea' }])
  })

  it('are settled by a unit that only one of them has', () => {
    const formed = form(root, 'a30 d10')
    expect(formed.complete).toBe(true)
    expect(possible(formed)).toEqual([
      ['osaamisala_1', false, false],
      ['osaamisala_2', true, true],
    ])
  })

  it.each(['osaamisala_1', 'OSAAMISALA_1', '1'])('are settled by the choice %s', competenceArea => {
    const formed = form(root, 'a30', { competenceArea })
    expect(formed.toComplete).toEqual([{ path: '0/1', points: 10 }])
    expect(form(root, 'a30 d10', { competenceArea }).unplaced).toEqual([{ key: 'd10', reason: 'nowhere' }])
  })

  const titled = group(30, 30, [
    area('1', [title('1', ['a30']), title('2', ['a30'])]),
    area('2', [title('3', ['a30'])]),
    title('4', []),
  ])
  it.each([
    ['osaamisala_1', 'tutkintonimikkeet_1', []],
    ['osaamisala_1', '4', []],
    ['osaamisala_1', '9', []],
    ['osaamisala_1', '3', [{ kind: 'title', code: 'tutkintonimikkeet_3' }]],
    ['2', 'tutkintonimikkeet_1', [{ kind: 'title', code: 'tutkintonimikkeet_1' }]],
  ])('of area %s and title %s go together or not', (competenceArea, name, outside) => {
    const formed = form(titled, 'a30', { competenceArea, title: name })
    expect([formed.outside, formed.complete]).toEqual([outside, outside.length === 0])
  })

  it('are not settled by a choice that the structure does not know', () => {
    expect(form(root, 'a30', { competenceArea: 'osaamisala_9' }).toComplete).toHaveLength(1)
  })
})

describe('open places', () => {
  it.each([
    ['Paikallisiin ammattitaitovaatimuksiin perustuva tutkinnon osa', 'local'],
    ['Tutkinnon osa tai osia tämän tutkinnon osaamisalojen tutkinnon osista', 'ownUnits'],
    [
      'Tutkinnon osa toisesta ammatillisesta perustutkinnosta, ammattitutkinnosta tai erikoisammattitutkinnosta',
      'otherQualification',
    ],
    ['Tutkinnon osa liikunnanohjauksen perustutkinnosta', 'otherQualification'],
    ['Korkeakouluopinnot', 'higherEducation'],
    [
      'Yhteisten tutkinnon osien osa-alueita, lukio-opintoja tai muita jatko-opintovalmiuksia tukevia opintoja',
      'generalStudies',
    ],
    ['Yhteisten tutkinnon osien valinnaiset osaamistavoitteet', 'optionalGoals'],
    ['Muut valinnaiset koulutuksen osat', 'any'],
  ])('%s takes %s', (fi, accepts) => {
    expect(acceptsOf({ fi })).toBe(accepts)
  })

  const root = group(45, 45, [
    group(30, 30, ['a30!']),
    group(0, 15, [
      'b15',
      place('Paikallisiin …'),
      place('toisesta tutkinnosta'),
      place('Korkeakouluopinnot'),
      place('lukio-opintoja', 1, 25),
    ]),
  ])
  it.each([
    ['a30 local=15', true, 'unused'],
    ['a30 higherEducation=10 generalStudies=5', true, 'fulfilled'],
    ['a30 local=20', false, 'unused'],
    ['a30 higherEducation=3 generalStudies=12', false, 'short'],
    // A unit that the requirements do not have is of another qualification.
    ['a30 x15', true, 'unused'],
    ['a30 optionalGoals=15', false, 'unused'],
  ])('%s', (chosen, complete, higherEducation) => {
    const formed = form(root, chosen, {}, [unit('x15')])
    expect([formed.complete, states(formed)['1/3']]).toEqual([complete, higherEducation])
  })

  it('takes anything foreign where its name tells no kind', () => {
    const any = group(15, 15, [place('Muut osat', 0, 15)])
    for (const kind of ['local', 'higherEducation', 'generalStudies', 'otherQualification'])
      expect(form(any, `${kind}=15`).complete).toBe(true)
  })
})

describe('each part', () => {
  const shared = group(30, 30, [group(15, 15, ['a15', 'b15']), group(15, 15, ['a15', 'c15'])])
  it('counts once, in the group that needs it', () => {
    expect(form(shared, 'a15').groups[0]).toMatchObject({ points: 15 })
    expect(form(shared, 'a15 b15').complete).toBe(true)
    expect(form(shared, 'a15 c15').complete).toBe(true)
  })

  it('counts in the group that it is meant for, where it may', () => {
    const parts = [{ key: 'x', kind: 'unit' as const, unit: 'a15', group: '1' }]
    expect(form(shared, '', { parts }).groups.find(one => one.path === '1')?.parts).toEqual(['x'])
  })

  it('is told when it forms nothing', () => {
    const parts: ChosenPart[] = [
      { key: '1', kind: 'unit', unit: 'a15' },
      { key: '2', kind: 'unit', unit: 'A15' },
      { key: '3', kind: 'local', points: 10 },
      { key: '4', kind: 'extension', unit: 'b15' },
    ]
    const formed = form(shared, '', { parts })
    expect(formed.planned).toBe(15)
    expect(formed.unplaced).toEqual([
      { key: '2', reason: 'duplicate' },
      { key: '3', reason: 'nowhere' },
      { key: '4', reason: 'extension' },
    ])
  })
})

describe('points told of a unit', () => {
  const root = group(30, 30, [group(30, undefined, ['a15', 'b15', 'c15', 'free', 'span'])])
  const more = [unit('free', { points: { min: 5 } }), unit('span', { points: { min: 5, max: 15 } })]
  const told = (points: number, name: string): ChosenPart => ({ key: name, kind: 'unit', unit: name, points })
  it.each([
    ['its own', [told(15, 'a15'), told(15, 'b15')], 30, []],
    ['too many', [told(30, 'a15')], 15, [{ key: 'a15', code: 'too-large', points: 30, needed: 15 }]],
    ['within a span', [told(15, 'a15'), told(15, 'span')], 30, []],
    ['over a span', [told(16, 'span')], 15, [{ key: 'span', code: 'too-large', points: 16, needed: 15 }]],
    ['where it has no most', [told(30, 'free')], 30, []],
  ])('%s', (_name, parts, planned, faults) => {
    const formed = form(root, '', { parts }, more)
    expect([formed.planned, formed.faults, formed.complete]).toEqual([planned, faults, planned === 30])
  })

  it('are faulty also where two parts have one key', () => {
    const parts = [told(10, 'a15'), told(15, 'b15'), { ...told(30, 'c15'), key: 'a15' }]
    expect(form(root, '', { parts }, more).faults).toMatchObject([{ key: 'a15', code: 'too-small' }])
  })
})

describe('an extension', () => {
  it.each(['a', 'x', 'z'])('with the key %s takes no unit from the selection', key => {
    const parts: ChosenPart[] = [
      { key, kind: 'extension', unit: 'a15' },
      { key: 'x', kind: 'unit', unit: 'a15' },
    ]
    const reason = key === 'x' ? 'duplicate' : 'extension'
    for (const order of [parts, parts.toReversed()])
      expect(form(group(15, 15, ['a15']), '', { parts: order })).toMatchObject({
        complete: true,
        unplaced: [{ key, reason }],
      })
  })
})

describe('common units', () => {
  const variant = (codeUri: string, pointsCompulsory: number) => ({
    codeUri,
    names: {},
    pointsCompulsory,
    pointsOptional: 3,
  })
  const common = unit('y11', {
    kind: 'common',
    subjectAreas: [
      variant('vvai22', 4),
      variant('vvtk', 1),
      variant('vvtk', 2),
      { codeUri: 'vvx', names: {}, pointsOptional: 3 },
    ],
  })
  const root = group(20, undefined, ['y11', place('valinnaiset osaamistavoitteet', 9, 9)])
  const with_ = (subjectAreas: ChosenPart['subjectAreas'], points?: number) =>
    form(
      root,
      '',
      {
        parts: [
          {
            key: 'y',
            kind: 'unit',
            unit: 'y11',
            ...(subjectAreas ? { subjectAreas } : {}),
            ...(points ? { points } : {}),
          },
          { key: 'o', kind: 'optionalGoals', points: 9 },
        ],
      },
      [common],
    )

  it.each([
    ['without areas told', undefined, undefined, []],
    [
      'with all areas',
      [
        { code: 'VVAI22', points: 4 },
        { code: 'vvtk', points: 2 },
      ],
      undefined,
      [],
    ],
    [
      'with an area missing',
      [{ code: 'vvtk' }],
      undefined,
      [{ code: 'area-missing', area: 'vvai22', needed: 4 }],
    ],
    // As the national register says of mathematics with five points.
    [
      'with other points',
      [{ code: 'vvai22', points: 5 }, { code: 'vvtk' }],
      undefined,
      [{ code: 'area-points', area: 'vvai22', points: 5, needed: 4 }],
    ],
    ['with too few points', undefined, 10, [{ code: 'too-small', points: 10, needed: 11 }]],
  ])('%s', (_name, areas, points, faults) => {
    const formed = with_(areas, points)
    expect(formed.faults).toEqual(faults.map(fault => ({ key: 'y', ...fault })))
    expect(formed.complete).toBe(faults.length === 0)
  })

  it('are compulsory also where the file does not mark them', () => {
    expect(
      form(group(9, undefined, ['y11', place('valinnaiset osaamistavoitteet', 9)]), 'optionalGoals=30', {}, [
        common,
      ]),
    ).toMatchObject({
      complete: false,
      toComplete: [{ path: '', units: ['y11'] }],
    })
  })
})
