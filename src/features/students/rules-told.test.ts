import { describe, expect, it } from 'vitest'
import { studentTold } from './rules-told.ts'

const first = { studentOid: '1', givenNames: 'Aino Maria', familyName: 'Virta', group: 'AJO24' }

describe('what another register tells of a student', () => {
  const stored = studentTold(undefined, first, 'id')

  it('makes a student, called by the first of the given names', () =>
    expect(stored).toMatchObject({
      ...{ id: 'id', student_oid: '1', called_name: 'Aino', group_code: 'AJO24', sort_name: 'virta aino' },
      ...{ protected: false, birth_date: null },
    }))

  it.each([
    ['nothing', {}, {}],
    ['a name', { calledName: 'Maria' }, { called_name: 'Maria', sort_name: 'virta maria' }],
    [
      'given names, of which one is the called name',
      { givenNames: 'Maria Aino' },
      { given_names: 'Maria Aino' },
    ],
    [
      'given names, none of which is the called name',
      { givenNames: 'Liisa' },
      { given_names: 'Liisa', called_name: 'Liisa', sort_name: 'virta liisa' },
    ],
    ['a turvakielto', { protected: true as const }, { protected: true, sort_name: '' }],
    ['a birth date', { birthDate: '2008-01-01' }, { birth_date: '2008-01-01' }],
    ['a group', { group: 'AJO25' }, { group_code: 'AJO25' }],
  ])('changes what it tells: %s', (_what, told, changed) =>
    expect(studentTold(stored, { studentOid: '1', ...told }, 'other')).toEqual({ ...stored, ...changed }),
  )

  it("leaves the group that the students' own register told, and tells no place of a protected student", () => {
    const own = { ...stored, told_group: 'AJO24', group_code: 'AJO26', protected: true }
    const told = studentTold(own, { ...first, familyName: 'Uusi' }, 'x')
    expect(told).toMatchObject({ group_code: 'AJO26', family_name: 'Uusi', sort_name: '', protected: true })
  })
})
