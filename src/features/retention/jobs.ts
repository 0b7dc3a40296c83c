import { Type } from 'typebox'
import { jobKind } from '../../platform/jobs/jobs.ts'

const calm = { retryLimit: 5, retryDelay: 60, retryBackoff: true, expireInSeconds: 3_600 }

/** Every night: a run at each provider. */
export const retentionNight = jobKind('retention.night', Type.Object({}), calm)

/** One provider's run, to be begun or gone on with. */
export const retentionRun = jobKind(
  'retention.run',
  Type.Object({ providerId: Type.String(), runId: Type.String() }),
  calm,
)
