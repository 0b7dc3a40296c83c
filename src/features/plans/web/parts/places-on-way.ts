/** Every place on the way to a pointer: any of them may be a card. */
export function wayTo(pointer: string): string[] {
  const places: string[] = []
  for (let at = pointer.indexOf('/', 1); at > 0; at = pointer.indexOf('/', at + 1))
    places.push(pointer.slice(0, at))
  return pointer.length > 1 ? [...places, pointer] : places
}
