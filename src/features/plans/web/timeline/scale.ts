/** How much of the picture is in sight, and how wide a week is. */
export const scales = { term: 21, year: 52 } as const
export type Scale = keyof typeof scales | 'whole'

const steps = [5, 9, 14, scales.term, 34, scales.year, 78, 104, 156, 234, 364, 546]

/** A bar is never narrower, so that a finger meets it (WCAG 2.5.8). */
const leastBar = 24
/** Narrower weeks would put the bars of any year on top of one another. */
const leastWeek = 2.5
/** On the narrowest screens: a week must leave room for what is in sight. */
const narrowPicture = 300

/** Weeks in sight, one step closer (-1) or farther (1). */
export function zoomed(inSight: number, by: -1 | 1, total: number): number {
  const next = by === 1 ? steps.find(step => step > inSight) : steps.findLast(step => step < inSight)
  return Math.min(next ?? inSight, total)
}

export function scaleOf(inSight: number, total: number): Scale | undefined {
  if (inSight >= total) return 'whole'
  return inSight === scales.term ? 'term' : inSight === scales.year ? 'year' : undefined
}

export function inSightOf(scale: Scale, total: number): number {
  return scale === 'whole' ? total : Math.min(scales[scale], total)
}

/** The least width of a week, in pixels. */
export function weekWidth(inSight: number): number {
  return Math.max(leastWeek, narrowPicture / inSight)
}

/** As many days as the narrowest bar covers at most. */
export function fewestDays(inSight: number): number {
  return Math.ceil((leastBar / weekWidth(inSight)) * 7)
}

/** Every so many weeks there is room for a number. */
export function weekLabelsEvery(inSight: number): number {
  return [1, 2, 4, 13, 26].find(every => every * weekWidth(inSight) >= 26) ?? 52
}

/** Every so many months there is room for a name with its year. */
export function monthLabelsEvery(inSight: number): number {
  return [1, 2, 3, 6].find(every => every * 4.3 * weekWidth(inSight) >= 76) ?? 12
}
