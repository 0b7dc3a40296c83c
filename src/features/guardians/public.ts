export { guardiansErased } from './audit.ts'
export { guardiansOf } from './queries.ts'
export { eraseGuardiansOf, saveGuardians } from './service.ts'
