export { periodEndingTasks, refusalTasks, removalTasks } from './service-tasks.ts'
