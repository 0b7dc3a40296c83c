import { useNavigate } from 'react-router'
import { Button } from '../../../ui/button.tsx'
import type { Fix } from '../contract.ts'
import { useFixWords } from './fix-words.ts'
import { useReading } from './reading.tsx'

/** Opens the editor at the place with the fix carried out; nothing for those who may not edit. */
export function FixButton({ fix }: { readonly fix: Fix | undefined }) {
  const navigate = useNavigate()
  const words = useFixWords()
  const { editPath } = useReading()
  if (fix === undefined || editPath === undefined) return null
  return (
    <Button look="quiet" onPress={() => void navigate(editPath(fix.pointer), { state: { fix } })}>
      {words(fix)}
    </Button>
  )
}
