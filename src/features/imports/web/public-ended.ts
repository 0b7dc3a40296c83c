import type { RunState } from '../contract.ts'

const ended: readonly RunState[] = ['done', 'refused', 'stopped']

export const hasEnded = (state: RunState): boolean => ended.includes(state)
