import type { AuditKind, AuditSearch } from '../contract.ts'

export const kinds: readonly AuditKind[] = ['seen', 'changed', 'taken']

const uuid = /^[0-9a-f-]{36}$/i
const date = /^\d{4}-\d{2}-\d{2}$/

/** What the address asks for; what it does not know is left out. Without days, the last `usual` ones. */
export function searchOf(parameters: URLSearchParams, today: string, usual = 30): AuditSearch {
  const matching = (name: string, shape: RegExp) => {
    const value = parameters.get(name)
    return value !== null && shape.test(value) ? value : undefined
  }
  const first = new Date(Date.parse(today) - usual * 86_400_000).toISOString().slice(0, 10)
  const from = parameters.has('from') ? matching('from', date) : first
  const to = parameters.has('to') ? matching('to', date) : undefined
  const kind = kinds.find(one => one === parameters.get('kind'))
  const [studentId, actorId] = [matching('student', uuid), matching('actor', uuid)]
  return {
    ...(studentId === undefined ? {} : { studentId }),
    ...(actorId === undefined ? {} : { actorId }),
    ...(kind === undefined ? {} : { kind }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }
}

/** The address of a search. A day that was emptied stands in it empty, so that the usual days do not come back. */
export function parametersOf(search: AuditSearch): URLSearchParams {
  const { actorId, from = '', kind, studentId, to } = search
  const all = { student: studentId, actor: actorId, kind, from, to }
  return new URLSearchParams(
    Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

export const daysTurned = ({ from, to }: AuditSearch): boolean =>
  from !== undefined && to !== undefined && to < from
