export { guardiansErased } from './audit.ts'
export { guardiansOf } from './queries.ts'
export type { MissingOfGuardian } from './rules-register.ts'
export { eraseGuardiansOf, saveGuardians } from './service.ts'
