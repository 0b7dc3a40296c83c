export { invitationClaimed, invitationTurnedAway } from './audit.ts'
export { claimedOf } from './rules.ts'
export { type ClaimOutcome, claimInvitation } from './service-claim.ts'
export { invitationTasks } from './service-tasks.ts'
