export { matchesErased } from './service.ts'
