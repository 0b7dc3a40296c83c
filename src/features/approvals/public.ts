export { renewApprovals } from './jobs.ts'
export { demandApprovals } from './service-ask.ts'
export { approvalTasks } from './service-tasks.ts'
