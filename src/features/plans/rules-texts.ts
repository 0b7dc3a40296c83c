/** Addresses, numbers and identifiers that the national service takes as any text. */
import { isBusinessId } from '../identifiers/rules.ts'
import { type Check, pointerAt, report } from './rules-check.ts'

const email = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/
const phone = /^\+?[-0-9() ]{5,32}$/

type Below = readonly (string | number)[]

type Mend = (text: string) => string

/** Spaces, other dashes and a forgotten one are the usual slips: the fix writes the text as it is meant. */
function advise(
  check: Check,
  code: 'email-unusual' | 'phone-unusual' | 'business-id-unusual',
  text: string,
  below: Below,
  { isUsual, mend }: { readonly isUsual: (text: string) => boolean; readonly mend: Mend },
): void {
  if (text === '' || isUsual(text)) return
  const value = mend(text)
  const fix = { op: 'set', pointer: pointerAt(check, ...below), value } as const
  report(check, 'warning', code, below, isUsual(value) ? { fix } : {})
}

const emails = {
  isUsual: (text: string) => email.test(text),
  mend: (text: string) => text.replaceAll(/\s/g, '').replace(/[.,;]+$/, ''),
}
const phones = { isUsual: (text: string) => phone.test(text), mend: (text: string) => text.trim() }
const businessIds = {
  isUsual: isBusinessId,
  mend: (text: string) => text.replaceAll(/[\s–—-]/g, '').replace(/^(\d{7})(\d)$/, '$1-$2'),
}

export function adviseEmail(check: Check, text: string | undefined, below: Below): void {
  if (text !== undefined) advise(check, 'email-unusual', text, below, emails)
}

export function advisePhone(check: Check, text: string | undefined, below: Below): void {
  if (text !== undefined) advise(check, 'phone-unusual', text, below, phones)
}

export function adviseBusinessId(check: Check, text: string | undefined, below: Below): void {
  if (text !== undefined) advise(check, 'business-id-unusual', text, below, businessIds)
}
