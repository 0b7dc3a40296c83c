/** The parts of the national form that the demo writes; keys are national, so they are in Finnish. */
export interface Period {
  alku: string
  loppu: string
  'osaamisen-hankkimistapa-koodi-uri': string
  'osaamisen-hankkimistapa-koodi-versio': number
  'yksiloiva-tunniste'?: string
  'tyopaikalla-jarjestettava-koulutus'?: {
    'tyopaikan-nimi': string
    'tyopaikan-y-tunnus'?: string
    'keskeiset-tyotehtavat': readonly string[]
    'vastuullinen-tyopaikka-ohjaaja': { nimi: string; sahkoposti?: string; puhelinnumero?: string }
  }
  'osa-aikaisuustieto'?: number
  'oppisopimuksen-perusta-koodi-uri'?: string
  'oppisopimuksen-perusta-koodi-versio'?: number
  'muut-oppimisymparistot'?: object[]
  keskeytymisajanjaksot?: { alku: string; loppu?: string }[]
  'jarjestajan-edustaja'?: object
}

export interface Demonstration {
  alku: string
  loppu: string
  nayttoymparisto: { nimi: string; 'y-tunnus'?: string }
  'sisallon-kuvaus': readonly string[]
  jarjestaja: object
  'koulutuksen-jarjestaja-osaamisen-arvioijat'?: object[]
  'tyoelama-osaamisen-arvioijat'?: object[]
}

export interface Acquired {
  'osaamisen-hankkimistavat'?: Period[]
  'osaamisen-osoittaminen'?: Demonstration[]
  'opetus-ja-ohjaus-maara'?: number
}

export interface VocationalUnit extends Acquired {
  'tutkinnon-osa-koodi-uri': string
  'tutkinnon-osa-koodi-versio': number
  'tutkinnon-osan-perusteen-diaarinro'?: string
}

export interface LocalUnit extends Acquired {
  nimi?: string
  laajuus?: number
  'tavoitteet-ja-sisallot'?: string
}

export interface CommonUnit {
  'tutkinnon-osa-koodi-uri': string
  'tutkinnon-osa-koodi-versio': number
  'osa-alueet': (Acquired & { 'osa-alue-koodi-uri': string; 'osa-alue-koodi-versio': number })[]
}

export interface PriorUnit {
  'tutkinnon-osa-koodi-uri': string
  'tutkinnon-osa-koodi-versio': number
  'valittu-todentamisen-prosessi-koodi-uri'?: string
  'valittu-todentamisen-prosessi-koodi-versio'?: number
  'tarkentavat-tiedot-osaamisen-arvioija'?: object
}

export interface Hoks {
  'oppija-oid': string
  'opiskeluoikeus-oid': string
  'ensikertainen-hyvaksyminen': string
  'osaamisen-hankkimisen-tarve': boolean
  'urasuunnitelma-koodi-uri'?: string
  'urasuunnitelma-koodi-versio'?: number
  'osaamisen-saavuttamisen-pvm'?: string
  sahkoposti?: string
  puhelinnumero?: string
  'hankittavat-ammat-tutkinnon-osat'?: VocationalUnit[]
  'hankittavat-paikalliset-tutkinnon-osat'?: LocalUnit[]
  'hankittavat-yhteiset-tutkinnon-osat'?: CommonUnit[]
  'hankittavat-koulutuksen-osat'?: object[]
  'aiemmin-hankitut-ammat-tutkinnon-osat'?: PriorUnit[]
  'opiskeluvalmiuksia-tukevat-opinnot'?: { nimi: string; kuvaus: string; alku: string; loppu: string }[]
  'oppimisen-tuki'?: object[]
}

export function code(key: string, uri: string, version = 1): object {
  return { [`${key}-koodi-uri`]: uri, [`${key}-koodi-versio`]: version }
}
