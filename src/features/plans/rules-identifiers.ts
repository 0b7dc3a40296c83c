/** Learning periods are named towards the registers by identifiers; nobody types one. */
interface Learnt {
  readonly identifier?: string | undefined
}
interface Acquiring {
  readonly learningPeriods?: readonly Learnt[] | undefined
}

interface Units {
  readonly vocationalUnits?: readonly Acquiring[] | undefined
  readonly localUnits?: readonly Acquiring[] | undefined
  readonly commonUnits?: readonly { readonly subjectAreas: readonly Acquiring[] }[] | undefined
}

/** The plan, whole or stored, with an identifier in every learning period that lacked one; the same plan when none did. */
export function withIdentifiers<Body extends object>(body: Body, newId: () => string): Body {
  const plan: Units = body
  const named = <Part extends Acquiring>(part: Part): Part => {
    const periods = part.learningPeriods
    if (!Array.isArray(periods) || periods.every(isNamed)) return part
    const learningPeriods = periods.map(one => (isNamed(one) ? one : { ...one, identifier: newId() }))
    return { ...part, learningPeriods }
  }
  const commonUnits = mapped(plan.commonUnits, unit => {
    const subjectAreas = mapped(unit.subjectAreas, named)
    return subjectAreas === unit.subjectAreas ? unit : { ...unit, subjectAreas }
  })
  const lists = {
    vocationalUnits: mapped(plan.vocationalUnits, named),
    localUnits: mapped(plan.localUnits, named),
    commonUnits,
  }
  const changed = Object.entries(lists).filter(([key, list]) => list !== plan[key as keyof typeof lists])
  return changed.length === 0 ? body : { ...body, ...Object.fromEntries(changed) }
}

const isNamed = (period: Learnt): boolean =>
  period.identifier !== undefined && period.identifier.trim() !== ''

/** The list itself when nothing in it changed. */
function mapped<List extends readonly unknown[] | undefined>(
  list: List,
  change: (item: NonNullable<List>[number]) => unknown,
): List {
  if (!Array.isArray(list)) return list
  const next = list.map(item => change(item))
  return next.every((item, at) => item === list[at]) ? list : (next as unknown as List)
}
