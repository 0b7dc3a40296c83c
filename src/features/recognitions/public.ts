export { askRecognitions } from './service-ask.ts'
export { decideRecognitions } from './service-decide.ts'
export { recognitionTasks } from './service-tasks.ts'
