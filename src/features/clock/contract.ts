import { type Static, Type } from 'typebox'

const closed = { additionalProperties: false }

/** As many days as the clock may be moved, either way: about ten years. */
export const farthest = 3650

const Days = Type.Integer({ minimum: -farthest, maximum: farthest })
const Day = Type.String({ format: 'date' })

export const ClockView = Type.Object(
  {
    /** By how many days the clock is moved. */
    days: Days,
    today: Day,
    /** The real day. */
    realToday: Day,
  },
  closed,
)
export type ClockView = Static<typeof ClockView>

/** By how many days from the real day, or to which day. */
export const ClockMove = Type.Union([Type.Object({ days: Days }, closed), Type.Object({ date: Day }, closed)])
export type ClockMove = Static<typeof ClockMove>
