/** By when somebody who asks for support is answered, and what may be done with a request. Pure. */
import { addDays, type PlainDate } from '../../platform/time/plain-date.ts'
import { holidaysBetween } from '../plans/rules-holidays.ts'
import type { HelpRequest, HelpState } from './contract.ts'

export const openAtMost = 10

/** So many working days later: week-ends and public holidays do not count. */
export function answerByOf(today: PlainDate, workingDays: number): PlainDate {
  let day = today
  for (let left = workingDays; left > 0; ) {
    day = addDays(day, 1)
    if (isWorkingDay(day)) left -= 1
  }
  return day
}

function isWorkingDay(day: PlainDate): boolean {
  const weekday = new Date(day).getUTCDay()
  return weekday !== 0 && weekday !== 6 && holidaysBetween(day, day).length === 0
}

type Action = HelpRequest['permittedActions'][number]

const possible: Readonly<Record<HelpState, readonly Action[]>> = {
  open: ['withdraw', 'take', 'answer'],
  taken: ['withdraw', 'answer'],
  answered: [],
  withdrawn: [],
}

/** Of what somebody is permitted, what the state lets be done now. */
export function actionsIn(state: HelpState, permitted: readonly string[]): Action[] {
  return possible[state].filter(action => permitted.includes(action))
}
