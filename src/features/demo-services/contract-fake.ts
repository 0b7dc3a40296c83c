import type { BehaviourChange, ServiceMode } from './contract.ts'

/** A plan as the demo's national service has it. */
export interface HeldPlan {
  readonly nationalId: number
  readonly studentOid: string
  readonly studyRightOid: string
  readonly changedAt: Date | undefined
}

/** The demo's national service, from behind: what the app hands over, as features know no fakes. */
export interface NationalFake {
  behaviour(): { readonly mode: ServiceMode; readonly left: number | undefined }
  behave(change: BehaviourChange): void
  /** All plans of all providers. */
  plans(): readonly HeldPlan[]
  /** Takes a plan away, as a person with the national right to delete does. */
  remove(nationalId: number): void
}
