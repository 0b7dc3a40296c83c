import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useParams, useSearchParams } from 'react-router'
import { useLanguage, useTexts } from '../../../../platform/web/language.tsx'
import { AsyncPage } from '../../../../ui/failure-page.tsx'
import { Page } from '../../../../ui/page.tsx'
import { type PlanView, planQuery, type Versions, versionsQuery } from '../api.ts'
import { studentTitle } from '../protection.ts'
import { texts } from '../texts.ts'
import { useWayBack } from '../use-way-back.ts'
import { CompareChoice } from './compare-choice.tsx'
import { CompareTables } from './compare-tables.tsx'
import { historyTexts } from './texts.ts'

/** Any two versions beside each other, chosen by the address: it can be kept and sent to a colleague who may read. */
export default function ComparePage() {
  const { planId = '' } = useParams()
  const { language } = useLanguage()
  const t = useTexts(historyTexts)
  const plan = useQuery(planQuery(planId, language))
  const version = plan.data?.version
  const versions = useInfiniteQuery({
    ...versionsQuery(planId, version ?? 0, language),
    enabled: version !== undefined,
  })
  const away = useWayBack()
  const back = { to: `/plans/${planId}/versions`, text: t('sides.toVersions') }
  return (
    <AsyncPage query={plan} back={away}>
      {view => (
        <AsyncPage query={versions} back={back}>
          {({ pages }) => (
            <Compare
              view={view}
              pages={pages}
              {...(versions.hasNextPage ? { onOlder: () => void versions.fetchNextPage() } : {})}
            />
          )}
        </AsyncPage>
      )}
    </AsyncPage>
  )
}

interface CompareProps {
  readonly view: PlanView
  readonly pages: readonly Versions[]
  readonly onOlder?: () => void
}

function Compare({ view, pages, onOlder }: CompareProps) {
  const t = useTexts(historyTexts)
  const shared = useTexts(texts)
  const [parameters, setParameters] = useSearchParams()
  const numberOf = (name: string, otherwise: number) => {
    const asked = Number(parameters.get(name))
    return Number.isInteger(asked) && asked >= 1 && asked <= view.version ? asked : otherwise
  }
  const to = numberOf('to', view.version)
  const from = numberOf('from', Math.max(1, to - 1))
  const choose = (chosen: { readonly from?: number; readonly to?: number }) =>
    setParameters({ from: String(chosen.from ?? from), to: String(chosen.to ?? to) }, { replace: true })
  return (
    <Page
      title={t('sides.title')}
      eyebrow={studentTitle(view, shared)}
      back={{ to: `/plans/${view.id}/versions`, text: t('sides.toVersions') }}
      lead={t('sides.lead')}
    >
      <CompareChoice
        items={pages.flatMap(({ items }) => items)}
        from={from}
        to={to}
        onChoose={choose}
        {...(onOlder === undefined ? {} : { onOlder })}
      />
      {from === to ? (
        <p>{t('sides.sameVersion')}</p>
      ) : (
        <CompareTables key={`${from} ${to}`} planId={view.id} from={from} to={to} />
      )}
    </Page>
  )
}
