/** How many plans one change may be made to. */
export const plansAtMost = 500

/** The plans that are chosen, one more or one less; as they were where there is no room for another. */
export function ticked(chosen: ReadonlySet<string>, planId: string, checked: boolean): ReadonlySet<string> {
  if (checked && chosen.size >= plansAtMost) return chosen
  const next = new Set(chosen)
  if (checked) next.add(planId)
  else next.delete(planId)
  return next
}

/** Those chosen before and the others as far as there is room. */
export const withAll = (chosen: ReadonlySet<string>, planIds: readonly string[]): ReadonlySet<string> =>
  new Set([...new Set([...chosen, ...planIds])].slice(0, plansAtMost))
