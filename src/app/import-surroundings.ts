import type { JobSender } from '../platform/jobs/jobs.ts'
import type { PlanReferences } from './references.ts'

/** What the definitions are given of the platform and of each other. */
export interface ImportSurroundings {
  readonly jobs: JobSender
  /** The reference data that the rules of plans may ask. */
  readonly referenceFor: () => Promise<PlanReferences['referenceFor']>
  /** Of the OpenID provider by which the installation's staff sign in. */
  readonly issuer: string
}
