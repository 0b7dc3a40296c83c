/** What is known when a template is applied to somebody: all of it given, nothing asked for. */
import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { Plan } from '../plans/contract.ts'
import type { StudyRight } from '../study-rights/contract.ts'
import type { StudyRightConfidential, StudyRightDetails } from '../study-rights/contract-details.ts'
import type { TemplateBody } from '../templates/contract.ts'

export interface KnownPerson {
  readonly name: string
  readonly email?: string | undefined
  readonly phone?: string | undefined
}

/** A workplace that the provider's plans know. */
export interface KnownPlace {
  readonly name: string
  readonly businessId?: string | undefined
  /** Whoever guided last first. */
  readonly instructors: readonly KnownPerson[]
  readonly tasks: readonly string[]
}

/** Confidential. Missing where nobody may know it. */
export interface KnownSupport {
  readonly decisions: Pick<StudyRightConfidential, 'specialSupport' | 'demandingSupport'>
  /** Whether whoever looks may see it; otherwise only what was answered of it comes to the plan. */
  readonly shown: boolean
}

export interface KnownStudent {
  readonly studentOid: string
  readonly email?: string | undefined
  readonly phone?: string | undefined
  /** Missing where the student has none. */
  readonly right?: StudyRight | undefined
  readonly details?: Partial<StudyRightDetails> | undefined
  /** The plan that there is, with its people in place. */
  readonly plan?: Plan | undefined
  readonly support?: KnownSupport | undefined
}

export interface Applying {
  readonly template: {
    readonly id: string
    readonly diaryNumber: string
    readonly body: TemplateBody
  }
  readonly startsOn: PlainDate
  readonly today: PlainDate
  /** Whether the qualification has the unit; undefined where the qualification is not known here. */
  readonly hasUnit: (diaryNumber: string, code: string) => boolean | undefined
  readonly versionOf: (code: string) => number | undefined
  readonly nameOf: (code: string) => string | undefined
  readonly institutionName: (oid: string) => string | undefined
  /** What an institution without a known name is called. */
  readonly schoolName: string
  /** Workplaces of exactly this name, whatever its letters. */
  readonly placesNamed: (name: string) => readonly KnownPlace[]
  /** Workplaces whose names begin alike, to choose from where none has the name. */
  readonly placesLike: (name: string) => readonly KnownPlace[]
}
