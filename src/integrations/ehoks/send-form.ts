import { createHash } from 'node:crypto'
import type { KeptMember, NationalForm } from '../../features/deliveries/contract-service.ts'
import type { Plan } from '../../features/plans/contract.ts'
import { erasedContactId } from '../../features/plans/rules-contacts.ts'
import { canonicalText, type Tree } from '../../features/plans/rules-tree.ts'
import { recordAt } from '../../platform/json/look.ts'
import { type NationalPlan, toNational } from './codec.ts'
import { needOf, planEntity } from './fields.ts'
import type { AnyEntity, AnyKind } from './fields-kinds.ts'
import { fieldsByKey, toNationalPointer } from './pointers.ts'

/** Stands in place of the name of somebody whose contact data were erased here: the national form demands a name. */
const erasedName = 'Poistettu'

/** The plan as the national service takes it in: without ids and what else only the service itself gives. */
export function nationalForm(plan: Plan, kept: readonly KeptMember[]): NationalForm {
  const unknown = kept.map(member => ({ ...member, pointer: toNationalPointer(member.pointer) }))
  const national = toNational(plan, unknown)
  const content = sendable(national, planEntity, 'left-out')
  const digest = createHash('sha256')
    .update(canonicalText(content as Tree))
    .digest('hex')
  return { content, expected: sendable(national, planEntity, 'kept'), digest }
}

/** Whether a value only marks that a contact was erased here. */
export const isGap = (value: unknown): boolean =>
  typeof value === 'string' && erasedContactId(value) !== undefined

type Gaps = 'kept' | 'left-out'

/** Members that a POST refuses are left out; a PUT takes the same with the id besides. What is unknown stays. */
function sendable(national: NationalPlan, entity: AnyEntity, gaps: Gaps): NationalPlan {
  const known = fieldsByKey(entity)
  const taken: NationalPlan = {}
  for (const [key, value] of Object.entries(national)) {
    const [, field] = known.get(key) ?? []
    if (field !== undefined && (key === 'id' || needOf(field.need, 'post') === 'refused')) continue
    const sent = field === undefined ? value : sendableValue(field.kind, value, gaps)
    if (gaps === 'kept' || !isGap(sent)) define(taken, key, sent)
    else if (key === 'nimi') taken[key] = erasedName
  }
  return taken
}

function sendableValue({ spec }: AnyKind, value: unknown, gaps: Gaps): unknown {
  if (spec.is === 'list') {
    return Array.isArray(value) ? value.map(item => sendableValue(spec.of, item, gaps)) : value
  }
  if (spec.is !== 'entity') return value
  const record = recordAt(value)
  return record === undefined ? value : sendable(record, spec.of(), gaps)
}

/** Defined, not assigned: a key called __proto__ is a key like any other. */
function define(object: NationalPlan, key: string, value: unknown): void {
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true })
}
