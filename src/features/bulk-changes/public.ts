export { recordBulkChange } from './service.ts'
