export { eraseRowsOf as eraseGroupDraftsOf } from './queries.ts'
