import type { TaskSource } from '../features/tasks/contract.ts'

/** Where the tasks of everybody's own list come from: each feature tells what of it waits for a person. */
export const taskSources: readonly TaskSource[] = []
