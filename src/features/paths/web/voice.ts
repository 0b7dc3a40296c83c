import type { PathView } from '../contract.ts'

/** How the page speaks: to the student of the path, or about the student to others. */
export type Voice = 'own' | 'others'

export const voiceOf = ({ student }: PathView): Voice => (student.own ? 'own' : 'others')
