import type { Finding, Severity } from '../plans/contract.ts'

/** Makes a finding of a template: `templates.findings.<code>` is its text. */
export const finding = (
  severity: Severity,
  code: string,
  pointer: string,
  more: Pick<Finding, 'params' | 'fix'> = {},
): Finding => ({ code, severity, pointer, ...more })
