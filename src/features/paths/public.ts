export { type PathDependencies, pathViewOf } from './service.ts'
