export type { DraftOperation } from './contract.ts'
export { recordBulkChange } from './service.ts'
