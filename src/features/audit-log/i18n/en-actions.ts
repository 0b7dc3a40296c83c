import type { Translation } from '../../../platform/i18n/texts.ts'
import type { fi } from './fi-actions.ts'

export const en: Translation<typeof fi> = {
  'api-keys': { create: 'Made an API key', revoke: 'Revoked an API key' },
  'audit-log': {
    search: 'Searched the audit log',
    export: 'Took the audit log out as a file',
    'list-students': 'Searched by name whose audit log to show',
    'read-own': 'Looked at who has seen their own data',
  },
  clock: { move: 'Moved the clock of the demo' },
  contacts: { erase: 'Erased contact data' },
  'demo-services': {
    behave: 'Changed how the demo service behaves',
    'take-away': 'Took a plan away from the demo service',
  },
  feedback: {
    list: 'Read the accessibility feedback',
    give: 'Accessibility feedback arrived',
    answer: 'Marked feedback as answered',
  },
  groups: {
    save: 'Data of a group changed',
    list: 'Looked at groups',
    'hand-over': 'Handed a group over to another teacher',
    'change-year': 'Moved a group to a new school year',
    'move-student': 'The student’s group or teacher changed',
  },
  guardians: { save: 'Data of guardians changed', erase: 'Erased data of guardians' },
  imports: {
    request: 'Asked for an import',
    start: 'Started an import',
    stop: 'Stopped an import',
    resume: 'Resumed an import',
    end: 'The import ended',
  },
  organisations: { succeed: 'Noted the successors of an organisation' },
  plans: {
    read: 'Read the plan',
    'read-formation': 'Read the formation of the qualification',
    'read-versions': 'Read versions of the plan',
    create: 'Created the plan',
    save: 'Saved the plan',
    'settle-conflict': 'Settled a conflict in the plan',
  },
  providers: { add: 'The provider was added' },
  registers: {
    change: 'Changed the settings of a register',
    run: 'Asked for data from a register',
    try: 'Tried the connection to a register',
  },
  retention: {
    run: 'Started a run of retention',
    'erase-plan': 'The plan was erased at the end of its retention',
    preview: 'Looked at what retention would erase',
  },
  roles: {
    list: 'Looked at roles',
    'list-operators': 'Looked at the operators of the installation',
    grant: 'Gave a role',
    revoke: 'Took a role away',
    invite: 'Added a person',
    'follow-groups': 'Roles changed with the groups of the sign-in',
    'change-mapping': 'Changed the groups that give roles',
  },
  sessions: {
    start: 'Signed in',
    end: 'Signed out',
    'choose-provider': 'Went to work at another provider',
  },
  settings: { change: 'Changed settings' },
  staff: {
    save: 'Data of staff changed',
    vanish: 'The person was missing from the staff register',
  },
  statements: { save: 'Changed a statement', publish: 'Published a statement' },
  students: {
    list: 'Saw the student in a list',
    export: 'Took the student out in a file',
    save: 'Data of the student changed',
    erase: 'Erased the student’s data',
    protect: 'The turvakielto began',
    unprotect: 'The turvakielto ended',
    vanish: 'The student was missing from the student register',
    read: 'Looked at the student’s data',
    reveal: 'Looked behind the turvakielto',
  },
  'study-rights': {
    save: 'Data of the study right changed',
    consult: 'Checked a plan against the study right',
  },
}
