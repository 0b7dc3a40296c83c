import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useLanguage } from '../../../platform/web/language.tsx'
import { allPeriods } from './all-periods.ts'
import { type PlanView, planQuery } from './api.ts'
import type { LearningPeriod } from './stored.ts'

const pause = 1500
const most = 4

const atWorkplaces = ['osaamisenhankkimistapa_koulutussopimus', 'osaamisenhankkimistapa_oppisopimus']

/** Days are shared among all workplace periods of a student, so the server counts them after the save has answered. */
export function lacksDuration(period: LearningPeriod, durations: PlanView['durations']): boolean {
  const { identifier, methodCode } = period
  return (
    atWorkplaces.includes(methodCode) && identifier !== undefined && !Object.hasOwn(durations, identifier)
  )
}

/** Asks for the plan again while days are being counted, a few times for each version; tells whether it waits. */
export function useDurations(view: PlanView): boolean {
  const client = useQueryClient()
  const { language } = useLanguage()
  const [asked, setAsked] = useState({ version: view.version, times: 0 })
  const times = asked.version === view.version ? asked.times : 0
  const waits =
    times < most &&
    view.studyRight !== undefined &&
    allPeriods(view.plan).some(({ period }) => lacksDuration(period, view.durations))
  const { id, version } = view
  useEffect(() => {
    if (!waits) return
    const timer = setTimeout(() => {
      setAsked({ version, times: times + 1 })
      void client.invalidateQueries({ queryKey: planQuery(id, language).queryKey, exact: true })
    }, pause)
    return () => clearTimeout(timer)
  }, [waits, times, id, version, language, client])
  return waits
}
