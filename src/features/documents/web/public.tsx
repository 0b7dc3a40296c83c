import { useMutation } from '@tanstack/react-query'
import { download } from '../../../platform/web/api.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Menu } from '../../../ui/menu.tsx'
import { texts } from './texts.ts'

const kinds = ['pdf', 'schedule', 'calendar', 'national'] as const
type Kind = (typeof kinds)[number]

/** The ways of taking a plan out: printed, into a calendar, for another system. */
export function DocumentLinks({ planId }: { readonly planId: string }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const announce = useAnnounce()
  const taking = useMutation({
    mutationFn: (kind: Kind) => download('GET', pathOf(planId, kind, language)),
    onSuccess: () => announce(t('menu.made')),
  })
  return (
    <>
      <Menu
        label={t('menu.title')}
        options={kinds.map(value => ({ value, text: t(`menu.${value}`) }))}
        onChoose={kind => taking.mutate(kind)}
        pending={taking.isPending}
      />
      {taking.error === null ? null : <Failure error={taking.error} />}
    </>
  )
}

function pathOf(planId: string, kind: Kind, language: string): string {
  const plan = `/api/plans/${encodeURIComponent(planId)}`
  if (kind === 'national') return `${plan}/national.json`
  if (kind === 'calendar') return `${plan}/calendar.ics?language=${language}`
  return `${plan}/document.pdf?language=${language}&part=${kind === 'pdf' ? 'whole' : 'schedule'}`
}
