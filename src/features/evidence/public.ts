export { evidenceRead } from './audit.ts'
export { type EvidenceRow, evidenceByIds, evidenceOf } from './queries.ts'
export { addEvidence, type EvidenceContext, shownEvidence } from './service.ts'
export { storeFile } from './service-files.ts'
