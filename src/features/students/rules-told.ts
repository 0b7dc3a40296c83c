import type { IncomingStudent } from './contract.ts'
import { calledNameOf, sortNameOf } from './rules.ts'
import type { StoredStudent } from './rules-merge.ts'

const unknown: Omit<StoredStudent, 'id' | 'student_oid'> = {
  ...{ student_number: null, given_names: null, called_name: null, family_name: null, birth_date: null },
  ...{ group_code: null, language: null, teacher_id: null, protected: false, protected_here: false },
  ...{ told_group: null, told_teacher: null, sort_name: '' },
}

/**
 * The student as another register than the students' own tells of them: what it does not tell stays. Of groups the
 * students' register knows best, and a change of year here: where it has told one, another source has nothing to say. A
 * turvakielto it may tell, and never take away.
 */
export function studentTold(
  stored: StoredStudent | undefined,
  told: IncomingStudent,
  newId: string,
): StoredStudent {
  const before = stored ?? { id: newId, student_oid: told.studentOid, ...unknown }
  const names = {
    given_names: told.givenNames ?? before.given_names,
    called_name: calledNameOf(told, before),
    family_name: told.familyName ?? before.family_name,
  }
  const isProtected = before.protected || told.protected === true
  return {
    ...before,
    ...names,
    protected: isProtected,
    birth_date: told.birthDate ?? before.birth_date,
    group_code: before.told_group === null ? (told.group ?? before.group_code) : before.group_code,
    language: told.language ?? before.language,
    sort_name: sortNameOf({ ...names, protected: isProtected }),
  }
}
