import { Failure } from './async.tsx'
import { Button } from './button.tsx'

interface SaveFailureProps {
  /** `null` while nothing has gone wrong. */
  readonly error: unknown
  /** Somebody else saved meanwhile, and nothing was written: the way on is to read what is there now. */
  readonly conflict: boolean
  readonly reload: { readonly text: string; readonly onPress: () => void }
}

/** Why a form was not saved, and the way on where there is one. */
export function SaveFailure({ error, conflict, reload }: SaveFailureProps) {
  if (error === null) return null
  return (
    <>
      <Failure error={error} />
      {conflict ? (
        <div>
          <Button onPress={reload.onPress}>{reload.text}</Button>
        </div>
      ) : null}
    </>
  )
}
