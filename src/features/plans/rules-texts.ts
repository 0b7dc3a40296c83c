/** Addresses, numbers and identifiers that the national service takes as any text. */
import { isBusinessId } from '../identifiers/rules.ts'
import { type Check, pointerAt, report } from './rules-check.ts'

const email = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/
const phone = /^\+?[-0-9() ]{5,32}$/

type Below = readonly (string | number)[]

/** Spaces around a right text are the usual slip: the fix takes them away. */
function advise(
  check: Check,
  code: 'email-unusual' | 'phone-unusual' | 'business-id-unusual',
  text: string,
  below: Below,
  isUsual: (text: string) => boolean,
): void {
  if (text === '' || isUsual(text)) return
  const trimmed = text.trim()
  const fix = { op: 'set', pointer: pointerAt(check, ...below), value: trimmed } as const
  report(check, 'warning', code, below, isUsual(trimmed) ? { fix } : {})
}

export function adviseEmail(check: Check, text: string | undefined, below: Below): void {
  if (text !== undefined) advise(check, 'email-unusual', text, below, s => email.test(s))
}

export function advisePhone(check: Check, text: string | undefined, below: Below): void {
  if (text !== undefined) advise(check, 'phone-unusual', text, below, s => phone.test(s))
}

export function adviseBusinessId(check: Check, text: string | undefined, below: Below): void {
  if (text !== undefined) advise(check, 'business-id-unusual', text, below, isBusinessId)
}
