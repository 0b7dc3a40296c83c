export type { ToldGroup } from './rules-register.ts'
export { type PresentGroup, saveGroups } from './service-register.ts'
