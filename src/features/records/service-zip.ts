import { Zip, ZipDeflate } from 'fflate'

/** A file of a package; what it holds is made when its turn comes. */
export interface PackedFile {
  readonly path: string
  readonly chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

/** A ZIP of files, given out as it grows: neither the files nor the whole are ever all in memory. */
export async function* zipped(files: AsyncIterable<PackedFile>, at: Date): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  let failure: Error | null = null
  const zip = new Zip((error, chunk) => {
    failure ??= error
    if (chunk !== undefined && chunk.length > 0) ready.push(chunk)
  })
  function* taken(): Generator<Uint8Array> {
    if (failure !== null) throw failure
    yield* ready.splice(0)
  }
  for await (const { path, chunks } of files) {
    const file = new ZipDeflate(path, { level: 6 })
    file.mtime = at
    zip.add(file)
    for await (const chunk of chunks) {
      file.push(chunk)
      yield* taken()
    }
    file.push(new Uint8Array(0), true)
    yield* taken()
  }
  zip.end()
  yield* taken()
}
