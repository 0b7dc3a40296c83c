import { useMutation } from '@tanstack/react-query'
import { ProblemError } from '../../../platform/web/api.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import type { StudentSearch } from '../contract-list.ts'
import { exportPath } from './api.ts'
import { texts } from './texts.ts'

/** Fetched here and not by the browser's own way, because a refusal is to be told on the page. */
export function ExportButton({ search }: { readonly search: StudentSearch }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const saving = useMutation({
    mutationFn: () => saveFile(exportPath(search), language, `${t('title')}.csv`),
  })
  return (
    <>
      <Button pending={saving.isPending} onPress={() => saving.mutate()}>
        {t('toFile')}
      </Button>
      {saving.error === null ? null : <Failure error={saving.error} />}
    </>
  )
}

async function saveFile(path: string, language: string, name: string): Promise<void> {
  const answer = await fetch(path, { headers: { 'accept-language': language }, credentials: 'same-origin' })
  if (!answer.ok) {
    const told: unknown = await answer.json().catch(() => ({}))
    throw new ProblemError({ status: answer.status, code: `http.${answer.status}`, ...(told as object) })
  }
  const address = URL.createObjectURL(await answer.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
