import { mkdir } from 'node:fs/promises'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'
import type { DriverContract } from 'flydrive/types'
import type { FilesConfig } from '../config/files.ts'
import { StartFailure } from '../config/start-failure.ts'
import { AppError } from '../http/error.ts'
import type { Uuid } from '../ids.ts'

/** Bytes of files, under keys that say nothing: a provider and an id. What a file is called stands in the database. */
export interface FileStore {
  /** Writes before the row is committed: a row without bytes would be a lie, bytes without a row are swept. */
  put(key: FileKey, bytes: Uint8Array): Promise<void>
  /** @throws AppError files.bytes-missing when the row has outlived its bytes. */
  get(key: FileKey): Promise<Uint8Array>
  /** Safe to run twice: what is not there is removed already. */
  remove(key: FileKey): Promise<void>
  /** What is kept of a provider, with the instant of its writing. */
  list(providerId: Uuid): AsyncIterable<{ readonly id: string; readonly writtenAt: Date }>
}

export interface FileKey {
  readonly providerId: string
  readonly id: string
}

const keyOf = ({ id, providerId }: FileKey): string => `${providerId}/${id}`

function storeOn(driver: DriverContract): FileStore {
  const disk = new Disk(driver)
  return {
    put: (key, bytes) => disk.put(keyOf(key), bytes),
    get: async key => {
      if (!(await disk.exists(keyOf(key)))) throw new AppError('files.bytes-missing', 404)
      return disk.getBytes(keyOf(key))
    },
    remove: async key => {
      await disk.delete(keyOf(key))
    },
    list: providerId => listed(disk, providerId),
  }
}

async function* listed(disk: Disk, providerId: Uuid) {
  let paginationToken: string | undefined
  do {
    const page = await disk.listAll(`${providerId}/`, {
      ...(paginationToken === undefined ? {} : { paginationToken }),
    })
    for (const object of page.objects) {
      if (!object.isFile) continue
      const { lastModified } = await disk.getMetaData(object.key)
      yield { id: object.name, writtenAt: lastModified }
    }
    paginationToken = page.paginationToken
  } while (paginationToken !== undefined)
}

/** Files in a folder of this machine, or of a disk that several machines share. */
export function diskFiles(directory: string): FileStore {
  const driver = new FSDriver({ location: directory, visibility: 'private' })
  return {
    ...storeOn(driver),
    // A provider without files has no folder yet, which is nothing to list and no failure.
    list: async function* (providerId) {
      await mkdir(`${directory}/${providerId}`, { recursive: true })
      yield* listed(new Disk(driver), providerId)
    },
  }
}

/**
 * Files in an object store that speaks S3. Its client is an extra that only those install who need it; it finds its
 * credentials by itself (AWS_ACCESS_KEY_ID and the other ways that it knows).
 * @throws StartFailure when the client is not installed
 */
async function objectFiles({ bucket, endpoint, region }: NonNullable<FilesConfig['s3']>): Promise<FileStore> {
  try {
    const { S3Driver } = await import('flydrive/drivers/s3')
    const place = endpoint === undefined ? {} : { endpoint, forcePathStyle: true }
    const driver = new S3Driver({ bucket, region, visibility: 'private', supportsACL: false, ...place })
    return storeOn(driver)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new StartFailure(
      'FILES_S3_BUCKET asks for an object store, whose client is not installed: npm install @aws-sdk/client-s3 @aws-sdk/s3-request-presigner',
      { cause: error },
    )
  }
}

/** The store that the settings name; `usual` is the folder where they name none. */
export async function openFiles({ directory, s3 }: FilesConfig, usual: string): Promise<FileStore> {
  return s3 === undefined ? diskFiles(directory ?? usual) : objectFiles(s3)
}
