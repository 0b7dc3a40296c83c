import { pointerTo } from '../../platform/json/look.ts'
import { matchParts } from './rules-identity.ts'
import { isTreeList, isTreeObject, splitPointer, type Tree, valueAt } from './rules-tree.ts'

/**
 * Where the place of a pointer into one body stands in the next: parts are followed by identity, not by position. The
 * last token need not exist in either. Undefined when the part that held the place is gone.
 */
export function movedPointer(before: Tree, after: Tree, pointer: string): string | undefined {
  let was: Tree | undefined = before
  let is: Tree | undefined = after
  let list = ''
  let moved = ''
  for (const token of tokensOf(pointer)) {
    if (isTreeList(was)) {
      const at: number = isTreeList(is) ? matchParts(list, was, is).indexOf(Number(token)) : -1
      if (at < 0 || !isTreeList(is)) return undefined
      moved = pointerTo(moved, at)
      was = was[Number(token)]
      is = is[at]
    } else {
      if (!isTreeObject(is)) return undefined
      moved = pointerTo(moved, token)
      was = isTreeObject(was) ? valueAt(was, token) : undefined
      is = valueAt(is, token)
      list = token
    }
  }
  return moved
}

/** As movedPointer, but of a place that is gone the nearest holder that is left. */
export function movedPlace(before: Tree, after: Tree, pointer: string): string {
  for (let at = pointer; at !== ''; at = splitPointer(at).parent) {
    const moved = movedPointer(before, after, at)
    if (moved !== undefined) return moved
  }
  return ''
}

function tokensOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map(token => token.replaceAll('~1', '/').replaceAll('~0', '~'))
}
