/**
 * Code URIs of the national plan: the name of a code set, an underscore and the code. Only the form is told
 * here; whether the code exists is a question to the loaded code sets.
 */
import type { Kind } from './fields-kinds.ts'
import { hasDigitsFrom, hasLineFrom } from './fields-texts.ts'

/** `prefix` and so many digits; any number of them when `digits` is not given. */
function numbered(prefix: string, example: string, digits?: number): Kind<string> {
  const from = prefix.length
  const test = (s: string) =>
    s.startsWith(prefix) && (digits === undefined || s.length === from + digits) && hasDigitsFrom(s, from)
  const pattern = `^${prefix}[0-9]${digits === undefined ? '+' : `{${digits}}`}$`
  return { spec: { is: 'text', test, pattern }, fault: 'invalid-code', example }
}

/** `prefix` and any code. */
function named(prefix: string, example: string): Kind<string> {
  const test = (s: string) => s.startsWith(prefix) && hasLineFrom(s, prefix.length)
  const pattern = `^${prefix}[^\\u0000\\n\\r\\u0085\\u2028\\u2029]+$`
  return { spec: { is: 'text', test, pattern }, fault: 'invalid-code', example }
}

export const codes = {
  unit: numbered('tutkinnonosat_', 'tutkinnonosat_100022'),
  subjectArea: named('ammatillisenoppiaineet_', 'ammatillisenoppiaineet_AI'),
  method: named('osaamisenhankkimistapa_', 'osaamisenhankkimistapa_koulutussopimus'),
  apprenticeshipBasis: named('oppisopimuksenperusta_', 'oppisopimuksenperusta_01'),
  environment: numbered('oppimisymparistot_', 'oppimisymparistot_0001', 4),
  verification: numbered('osaamisentodentamisenprosessi_', 'osaamisentodentamisenprosessi_0001'),
  careerPlan: numbered('urasuunnitelma_', 'urasuunnitelma_0001', 4),
  preparatoryPart: numbered('koulutuksenosattuva_', 'koulutuksenosattuva_101', 3),
  support: numbered(
    'ammatillinenkoulutusoppimisentuentyyppi_',
    'ammatillinenkoulutusoppimisentuentyyppi_01',
    2,
  ),
  unitGroup: unitGroup(),
} as const satisfies Record<string, Kind<string>>

/** The only code set of which the national schema names the codes: vocational and common units. */
function unitGroup(): Kind<string> {
  const prefix = 'ammatillisentutkinnonosanryhma_'
  const test = (s: string) => s === `${prefix}1` || s === `${prefix}2`
  return {
    spec: { is: 'text', test, pattern: `^${prefix}[12]$` },
    fault: 'invalid-code',
    example: `${prefix}1`,
  }
}
