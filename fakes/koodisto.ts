import { type FakeService, found, notFound, partsOf } from './service.ts'
import type { World } from './world.ts'

// The files do not tell which version of a set they are.
const version = 1

/** Koodisto: open to everybody. */
export function koodisto({ codeSets }: World): FakeService {
  return {
    name: 'koodisto',
    prefix: '/koodisto-service',
    answer({ path }) {
      const [set = ''] = partsOf(path, '/rest/codes/*') ?? []
      if (codeSets.has(set)) {
        return found({
          koodistoUri: set,
          latestKoodistoVersio: { versio: version },
          koodistoVersios: [{ versio: version }],
        })
      }
      const [wanted = '', asked] = partsOf(path, '/rest/codeelement/codes/withrelations/*/*') ?? []
      const codes = codeSets.get(wanted)
      return codes === undefined || asked !== String(version) ? notFound : found(codes)
    },
  }
}
