export { renewApprovals } from './jobs.ts'
export { demandApprovals } from './service-ask.ts'
