import type { Code, CodeSet, Names } from './contract.ts'

/**
 * Codes that plans use and of which we have no national file. Their existence is read from the source code and
 * data of the national service (github.com/Opetushallitus/ehoks and ehoks-ui, July 2026). Names only where they
 * were read: the others stay empty, show as the bare code, and are filled by an import. No set here is complete,
 * so nothing outside it is called unknown.
 */
const source = { name: 'Opetushallitus/ehoks, ehoks-ui', date: '2026-07-16' }

function set(uri: string, codes: { readonly [value: string]: Names }, validFrom?: string): CodeSet {
  const rows = Object.entries(codes).map(
    ([value, names]): Code => ({ uri: `${uri}_${value}`, value, names, ...(validFrom ? { validFrom } : {}) }),
  )
  return { uri, complete: false, source, codes: rows }
}

export const knownSets: readonly CodeSet[] = [
  set('osaamisenhankkimistapa', {
    koulutussopimus: {},
    oppisopimus: {},
    oppilaitosmuotoinenkoulutus: {},
    muu: {},
  }),
  set('oppisopimuksenperusta', { '01': {}, '02': {} }),
  set('urasuunnitelma', {
    '0001': { fi: 'Jatko-opinnot', sv: 'Fortsatta studier' },
    '0002': { fi: 'Työelämään siirtyminen', sv: 'Övergång till arbetslivet' },
    '0003': { fi: 'Työuralla eteneminen', sv: 'Karriäravancemang' },
    '0005': { fi: 'Opintojen jatkaminen' },
  }),
  set('oppimisymparistot', { '0001': {}, '0002': {}, '0003': {}, '0004': {} }),
  set('osaamisentodentamisenprosessi', { '0001': {}, '0002': {}, '0003': {} }),
  set('ammatillinenkoulutusoppimisentuentyyppi', { '01': {}, '02': {}, '03': {} }, '2026-08-01'),
]
