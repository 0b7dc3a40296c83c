import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import { useAnnounce } from '../../../ui/announcer.tsx'
import type { RecognitionList } from '../contract.ts'
import { forgetRecognitions } from './api.ts'

/** Sends a change of requests: then everything that tells of them is read anew, and it is said aloud. */
export function useSending<Given = void>(
  send: (given: Given) => Promise<RecognitionList>,
  said: string,
  onDone: () => void = () => undefined,
): UseMutationResult<RecognitionList, Error, Given> {
  const client = useQueryClient()
  const announce = useAnnounce()
  return useMutation({
    mutationFn: send,
    onSuccess: async () => {
      await forgetRecognitions(client)
      announce(said)
      onDone()
    },
  })
}
