import { StartFailure } from './start-failure.ts'

/** Where the bytes of files are kept. */
export interface FilesConfig {
  /** A folder; the data folder's own where it is left out. */
  readonly directory?: string
  /** An object store instead. */
  readonly s3?: { readonly bucket: string; readonly region: string; readonly endpoint?: string }
}

/** @throws StartFailure naming the variable that is wrong. */
export function filesOf(environment: Readonly<Record<string, string | undefined>>): FilesConfig {
  const { FILES_DIR: directory, FILES_S3_BUCKET: bucket } = environment
  const { FILES_S3_ENDPOINT: endpoint, FILES_S3_REGION: region } = environment
  if (!bucket) {
    if (endpoint || region)
      throw new StartFailure('FILES_S3_REGION and FILES_S3_ENDPOINT need FILES_S3_BUCKET: set it too.')
    return directory ? { directory } : {}
  }
  if (directory)
    throw new StartFailure(
      'FILES_DIR and FILES_S3_BUCKET are two places for the same files: set one of them.',
    )
  if (!region) throw new StartFailure('FILES_S3_BUCKET needs FILES_S3_REGION: set both.')
  if (!endpoint) return { s3: { bucket, region } }
  if (!URL.canParse(endpoint) || !/^https?:$/.test(new URL(endpoint).protocol))
    throw new StartFailure(`FILES_S3_ENDPOINT is "${endpoint}", which is not an http or https address.`)
  return { s3: { bucket, region, endpoint } }
}
