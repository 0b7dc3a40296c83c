import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-details.ts'

export const en: Translation<typeof fi> = {
  reason: 'Reason: {value}',
  source: 'Source: {value}',
  version: 'version {value}',
  versions: 'Versions: {value}',
  changes: 'Changes: {value}',
  rows: 'Rows: {value}',
  students: 'Students: {value}',
  guardians: 'Guardians: {value}',
  documents: 'Files: {value}',
  role: 'Role: {value}',
  roles: 'Roles: {value}',
  given: 'Given: {value}',
  taken: 'Taken: {value}',
  register: 'Register: {value}',
  state: 'State: {value}',
  extent: 'Extent: {value}',
  from: 'From {value}',
  to: 'To {value}',
  /** Values that are codes, in words. */
  values: {
    here: 'this service',
    demo: 'the demo',
    import: 'an import',
    system: 'the system',
    night: 'the night',
    page: 'an administrator',
    done: 'done',
    refused: 'refused',
    stopped: 'stopped',
    waiting: 'waiting',
    details: 'e-mail and phone',
    all: 'everything',
  },
}
