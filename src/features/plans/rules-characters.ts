/** Characters that nobody sees: they break a text, or turn the direction of what stands around it. */
import { type Check, pointerAt, report } from './rules-check.ts'
import { peopleKeys } from './rules-contacts.ts'

// Tabs and line breaks are ordinary, and so are the marks of direction that Arabic and Hebrew need.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/
const allUnseen = new RegExp(unseen, 'g')

/** Every text of the plan. Runs for each plan that is checked, so a place is worked out only where something is found. */
export function adviseCharacters(check: Check, part: object): void {
  if (Array.isArray(part)) {
    for (let index = 0; index < part.length; index += 1) lookAt(check, index, part[index])
    return
  }
  for (const key of Object.keys(part)) lookAt(check, key, part[key as keyof typeof part])
}

function lookAt(check: Check, key: string | number, value: unknown): void {
  if (typeof value === 'string') {
    if (unseen.test(value)) tell(check, key, value)
  } else if (typeof value === 'object' && value !== null) {
    check.path.push(key)
    adviseCharacters(check, value)
    check.path.pop()
  }
}

function tell(check: Check, key: string | number, text: string): void {
  const value = text.replaceAll(allUnseen, '')
  // Findings are stored with the plan, and what people are called and reached by is not.
  const isPerson = check.path.some(step => Object.hasOwn(peopleKeys, step))
  const personal = isPerson || key === 'email' || key === 'phone'
  const fix =
    personal || value.trim() === ''
      ? undefined
      : ({ op: 'set', pointer: pointerAt(check, key), value, textKey: 'removeUnseen' } as const)
  report(check, 'warning', 'text-has-control-characters', [key], { fix })
}
