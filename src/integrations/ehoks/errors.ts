import type { Finding } from '../../features/plans/contract.ts'
import type { ErrorFormat } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import { toNationalPointer } from './pointers.ts'

/** A finding with its pointer into the national JSON. */
export type NationalFinding = Pick<Finding, 'code' | 'pointer' | 'params'>

/** A plan that cannot be accepted: the national service answers 400 with a tree of what is wrong. */
export function refusal(findings: readonly NationalFinding[]): AppError {
  return new AppError('plans.refused', 400, { more: { findings } })
}

type Tree = { [key: string]: Tree | string }

/**
 * Errors in the national envelope: `{error}` for one reason, `{errors}` for a tree of places. Beside the tree stand our
 * findings, with a code and a pointer each, for a register that wants to show them at their fields.
 */
export const nationalErrors: ErrorFormat = (error, text) => {
  const contentType = 'application/json; charset=utf-8'
  const { findings } = error.more as { findings?: readonly NationalFinding[] }
  if (findings === undefined) {
    const place = error.pointer === undefined ? {} : { pointer: toNationalPointer(error.pointer) }
    return {
      contentType,
      body: { error: text(error.code, error.params), code: error.code, ...place, ...error.more },
    }
  }
  const told = findings.map(finding => ({
    code: finding.code,
    pointer: finding.pointer,
    text: text(`plans.findings.${finding.code}`, finding.params ?? {}),
  }))
  return { contentType, body: { errors: treeOf(told), findings: told } }
}

/** Texts at their places: objects by key, lists by index, a leaf where something is wrong. */
export function treeOf(
  findings: readonly { readonly pointer: string; readonly text: string }[],
): Tree | string {
  const root: Tree = Object.create(null)
  for (const { pointer, text } of findings) {
    const keys = pointer.split('/').slice(1).map(unescaped)
    const last = keys.pop()
    // A finding about the whole has no key to stand at.
    if (last === undefined) return text
    let at = root
    for (const key of keys) {
      const below = at[key]
      // A leaf above already tells that this branch is wrong; its text gives way to the closer ones.
      const next: Tree = typeof below === 'object' ? below : Object.create(null)
      at[key] = next
      at = next
    }
    at[last] ??= text
  }
  return root
}

const unescaped = (token: string): string => token.replaceAll('~1', '/').replaceAll('~0', '~')
