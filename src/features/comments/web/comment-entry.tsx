import { useMutation, useQueryClient } from '@tanstack/react-query'
import { formatDay } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { Entry, Quiet, Said } from '../../../ui/entry.tsx'
import type { PathView } from '../../paths/contract.ts'
import { namedBy } from '../../paths/rules-keys.ts'
import { type Comment, type ReaderRole, readerRoles } from '../contract.ts'
import { aboutsOf } from './abouts.ts'
import { removeComment } from './api.ts'
import { placeOf } from './opened.ts'
import { texts } from './texts.ts'

export function CommentEntry({ comment, view }: { readonly comment: Comment; readonly view: PathView }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const key = namedBy(view.items, comment.about)?.key ?? comment.about
  const about = aboutsOf(view, language, t).find(({ value }) => value === key)
  return (
    <Entry
      id={placeOf(comment.id)}
      title={about?.text ?? t('gone')}
      aside={comment.isNew ? <Badge tone="info">{t('new')}</Badge> : undefined}
    >
      <Said>{comment.text}</Said>
      <Quiet>{useByWords(comment)}</Quiet>
      <Quiet>{t('readers', { readers: useReaderWords()(comment.readers) })}</Quiet>
      {comment.permittedActions.includes('remove') ? <RemoveButton id={comment.id} /> : null}
    </Entry>
  )
}

function useByWords({ author, writtenAt }: Comment): string {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const date = formatDay(writtenAt, language)
  const known = readerRoles.find(role => role === author.role) ?? 'teacher'
  const role = t(`roles.${known}`)
  return author.name === undefined ? t('byRole', { role, date }) : t('by', { role, name: author.name, date })
}

/** Readers by role, with the names that are known. */
export function useReaderWords() {
  const t = useTexts(texts)
  return (readers: readonly { readonly role: ReaderRole; readonly names: readonly string[] }[]): string =>
    readers
      .map(({ names, role }) => {
        const word = t(`roles.${role}`)
        return names.length === 0 ? word : t('named', { role: word, names: names.join(', ') })
      })
      .join('; ')
}

function RemoveButton({ id }: { readonly id: string }) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const announce = useAnnounce()
  const removing = useMutation({
    mutationFn: () => removeComment(id),
    onSuccess: async () => {
      announce(t('removed'))
      await client.invalidateQueries({ queryKey: ['comments'] })
    },
  })
  return (
    <div>
      {removing.error === null ? null : <Failure error={removing.error} />}
      <Button look="quiet" pending={removing.isPending} onPress={() => removing.mutate()}>
        {t('remove')}
      </Button>
    </div>
  )
}
