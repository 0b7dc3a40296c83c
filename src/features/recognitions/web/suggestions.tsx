import { useQuery } from '@tanstack/react-query'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Async, Failure } from '../../../ui/async.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { Entries, Entry, Quiet } from '../../../ui/entry.tsx'
import { Section } from '../../../ui/section.tsx'
import { evidenceQuery } from '../../evidence/web/public-query.ts'
import type { SuggestionList } from '../contract.ts'
import { askRecognitions, suggestionsQuery } from './api.ts'
import { PartName, partText } from './names.tsx'
import { RegisterReason, TextReason } from './reason.tsx'
import { texts } from './texts.ts'
import { useSending } from './use-sending.ts'

/** What may be worth recognising, each with its reason; and what could not be compared, said plainly. */
export function Suggestions({ studentId }: { readonly studentId: string }) {
  const t = useTexts(texts)
  const query = useQuery(suggestionsQuery(studentId))
  return (
    <Section id="suggestions" title={t('suggestions')}>
      <Async query={query}>
        {({ items, limits }) => (
          <>
            <p>{items.length === 0 ? t('noSuggestions') : t('suggestionsLead')}</p>
            <Entries>
              {items.map(item => (
                <SuggestionEntry key={`${item.planId} ${item.key}`} item={item} studentId={studentId} />
              ))}
            </Entries>
            {limits.map(limit => (
              <Quiet key={limit}>{t(`limits.${limit}`)}</Quiet>
            ))}
          </>
        )}
      </Async>
    </Section>
  )
}

interface SuggestionEntryProps {
  readonly studentId: string
  readonly item: SuggestionList['items'][number]
}

function SuggestionEntry({ item, studentId }: SuggestionEntryProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { data: evidence } = useQuery(evidenceQuery(studentId))
  const { asked, key, part, planId, source } = item
  const { subjectAreaCode, unitCode } = part
  const taking = useSending(
    () =>
      askRecognitions(studentId, {
        planId,
        parts: [{ unitCode, ...(subjectAreaCode === undefined ? {} : { subjectAreaCode }), suggestion: key }],
        evidenceIds: source.kind === 'text' ? [source.evidenceId] : [],
      }),
    t('taken'),
  )
  return (
    <Entry
      title={<PartName part={part} />}
      aside={
        asked ? (
          <Badge tone="info">{t('askedAlready')}</Badge>
        ) : part.inPlan ? (
          <Badge>{t('inPlan')}</Badge>
        ) : null
      }
    >
      {source.kind === 'register' ? (
        <RegisterReason source={source} />
      ) : (
        <TextReason source={source} evidence={evidence?.items ?? []} />
      )}
      {taking.error === null ? null : <Failure error={taking.error} />}
      {asked ? null : (
        <div>
          <Button
            label={t('ofPart', { action: t('take'), part: partText(part, language) })}
            pending={taking.isPending}
            onPress={() => taking.mutate()}
          >
            {t('take')}
          </Button>
        </div>
      )}
    </Entry>
  )
}
