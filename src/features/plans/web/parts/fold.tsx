import { createContext, type ReactNode, use, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation } from 'react-router'
import { followTexts, placeOf } from '../editor/body.ts'
import { wayTo } from './places-on-way.ts'

/** Which cards are open, by pointer: they stay so when their members move. */
export interface Folding {
  readonly isOpen: (pointer: string) => boolean
  readonly set: (pointer: string, open: boolean) => void
  /** Opens the way to a place and puts the focus there once it is drawn. */
  readonly go: (pointer: string) => void
  readonly removed: (pointer: string) => void
  readonly moved: (pointer: string, by: -1 | 1) => void
}

const FoldingContext = createContext<Folding | undefined>(undefined)

/** @throws outside of the forms of a section */
export function useFolding(): Folding {
  const folding = use(FoldingContext)
  if (folding === undefined) throw new Error('A card is drawn outside of its section')
  return folding
}

type Opened = Readonly<Record<string, string>>

export function FoldingProvider({ children }: { readonly children: ReactNode }) {
  const [opened, setOpened] = useState<Opened>({})
  const [wanted, setWanted] = useState<{ readonly pointer: string }>()
  const host = useRef<HTMLDivElement>(null)
  const { hash, key } = useLocation()
  const go = useMemo(
    () =>
      (pointer: string): void => {
        setOpened(before => ({ ...before, ...Object.fromEntries(wayTo(pointer).map(at => [at, 'open'])) }))
        setWanted({ pointer })
      },
    [],
  )
  // Each navigation to a place opens it again, also when the address is the same as before.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key tells that somebody navigated
  useEffect(() => {
    const pointer = placeIn(hash)
    if (pointer !== undefined) go(pointer)
  }, [hash, key, go])
  useEffect(() => {
    if (wanted !== undefined) focusPlace(host.current, wanted.pointer)
  }, [wanted])
  const folding = useMemo<Folding>(
    () => ({
      isOpen: pointer => opened[pointer] !== undefined,
      set: (pointer, open) => setOpened(before => withPlace(before, pointer, open)),
      go,
      removed: pointer => setOpened(before => afterRemoval(before, pointer)),
      moved: (pointer, by) => setOpened(before => afterMove(before, pointer, by)),
    }),
    [opened, go],
  )
  return (
    <FoldingContext value={folding}>
      <div ref={host}>{children}</div>
    </FoldingContext>
  )
}

function placeIn(hash: string): string | undefined {
  try {
    const pointer = decodeURIComponent(hash.slice(1))
    return pointer.startsWith('/') ? pointer : undefined
  } catch {
    return undefined
  }
}

function withPlace(opened: Opened, pointer: string, open: boolean): Opened {
  if (open) return { ...opened, [pointer]: 'open' }
  const { [pointer]: _closed, ...others } = opened
  return others
}

function afterRemoval(opened: Opened, pointer: string): Opened {
  const { index, list } = placeOf(pointer)
  return followTexts(opened, list, at => (at === index ? undefined : at > index ? at - 1 : at))
}

function afterMove(opened: Opened, pointer: string, by: -1 | 1): Opened {
  const { index, list } = placeOf(pointer)
  return followTexts(opened, list, at => (at === index ? at + by : at === index + by ? index : at))
}

const controls = 'input, select, textarea, [role="spinbutton"], button, summary'

/** The first control of the element that writes the place; of the nearest place around it where it is not drawn. */
function focusPlace(host: HTMLElement | null, pointer: string): void {
  if (host === null) return
  for (const place of wayTo(pointer).reverse()) {
    const element = host.querySelector(`[data-findings="${CSS.escape(place)}"]`)?.parentElement
    if (element === null || element === undefined) continue
    openAround(element)
    const control = element.matches(controls) ? element : element.querySelector<HTMLElement>(controls)
    control?.focus()
    element.scrollIntoView({ block: 'nearest' })
    return
  }
}

/** A field may stand behind a disclosure. */
function openAround(element: Element): void {
  for (let at = element.closest('details'); at !== null; at = at.parentElement?.closest('details') ?? null)
    at.open = true
}
