import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false } as const

/** How the demo's own national service behaves. Each way is one in which the real one has been seen to fail. */
export const serviceModes = ['normal', 'slow', 'down', 'refuse', 'garbage', 'half', 'lose-answer'] as const
export const ServiceMode = Type.Enum([...serviceModes])
export type ServiceMode = Static<typeof ServiceMode>

/** Where the demo's own national service stands with our plans. */
export const DemoServicesView = Type.Object(
  {
    mode: ServiceMode,
    /** For so many requests more; without it until told otherwise. */
    left: Type.Optional(Type.Integer({ minimum: 1 })),
    /** How many plans of this provider it has. */
    count: Type.Integer({ minimum: 0 }),
    /** The newest of them. */
    plans: Type.Array(
      Type.Object(
        {
          nationalId: Type.Integer(),
          studentOid: Type.String(),
          studyRightOid: Type.String(),
          /** When it was last written there; missing of those that were there from the beginning. */
          changedAt: Type.Optional(Type.String()),
        },
        closed,
      ),
    ),
  },
  closed,
)
export type DemoServicesView = Static<typeof DemoServicesView>

export const BehaviourChange = Type.Object(
  {
    mode: ServiceMode,
    /** For so many requests, and then normally again; without it until told otherwise. */
    times: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
  },
  closed,
)
export type BehaviourChange = Static<typeof BehaviourChange>
