import { type QueryKey, type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'

/** Saves a form; what the query of `queryKey` shows becomes the answer, so nothing is read anew. */
export function useSaving<Given, Saved>(
  save: (given: Given) => Promise<Saved>,
  queryKey: QueryKey,
  onSaved: (saved: Saved) => void,
): UseMutationResult<Saved, Error, Given> {
  const client = useQueryClient()
  return useMutation({
    mutationFn: save,
    onSuccess: saved => {
      client.setQueryData(queryKey, saved)
      onSaved(saved)
    },
  })
}
