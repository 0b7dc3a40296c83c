import { en as apiKeysEn } from '../features/api-keys/i18n/en.ts'
import { fi as apiKeysFi } from '../features/api-keys/i18n/fi.ts'
import { sv as apiKeysSv } from '../features/api-keys/i18n/sv.ts'
import { en as approvalsEn } from '../features/approvals/i18n/en.ts'
import { fi as approvalsFi } from '../features/approvals/i18n/fi.ts'
import { sv as approvalsSv } from '../features/approvals/i18n/sv.ts'
import { en as auditLogEn } from '../features/audit-log/i18n/en.ts'
import { fi as auditLogFi } from '../features/audit-log/i18n/fi.ts'
import { sv as auditLogSv } from '../features/audit-log/i18n/sv.ts'
import { en as bulkChangesEn } from '../features/bulk-changes/i18n/en.ts'
import { fi as bulkChangesFi } from '../features/bulk-changes/i18n/fi.ts'
import { sv as bulkChangesSv } from '../features/bulk-changes/i18n/sv.ts'
import { en as clockEn } from '../features/clock/i18n/en.ts'
import { fi as clockFi } from '../features/clock/i18n/fi.ts'
import { sv as clockSv } from '../features/clock/i18n/sv.ts'
import { en as codesEn } from '../features/codes/i18n/en.ts'
import { fi as codesFi } from '../features/codes/i18n/fi.ts'
import { sv as codesSv } from '../features/codes/i18n/sv.ts'
import { en as commentErrorsEn } from '../features/comments/i18n/en-errors.ts'
import { fi as commentErrorsFi } from '../features/comments/i18n/fi-errors.ts'
import { sv as commentErrorsSv } from '../features/comments/i18n/sv-errors.ts'
import { en as contactsEn } from '../features/contacts/i18n/en.ts'
import { fi as contactsFi } from '../features/contacts/i18n/fi.ts'
import { sv as contactsSv } from '../features/contacts/i18n/sv.ts'
import { en as deliveriesEn } from '../features/deliveries/i18n/en.ts'
import { fi as deliveriesFi } from '../features/deliveries/i18n/fi.ts'
import { sv as deliveriesSv } from '../features/deliveries/i18n/sv.ts'
import { en as documentationEn } from '../features/documentation/i18n/en.ts'
import { fi as documentationFi } from '../features/documentation/i18n/fi.ts'
import { sv as documentationSv } from '../features/documentation/i18n/sv.ts'
import { en as documentsEn } from '../features/documents/i18n/en.ts'
import { fi as documentsFi } from '../features/documents/i18n/fi.ts'
import { sv as documentsSv } from '../features/documents/i18n/sv.ts'
import { en as evidenceEn } from '../features/evidence/i18n/en.ts'
import { fi as evidenceFi } from '../features/evidence/i18n/fi.ts'
import { sv as evidenceSv } from '../features/evidence/i18n/sv.ts'
import { en as goalErrorsEn } from '../features/goals/i18n/en-errors.ts'
import { fi as goalErrorsFi } from '../features/goals/i18n/fi-errors.ts'
import { sv as goalErrorsSv } from '../features/goals/i18n/sv-errors.ts'
import { en as groupDraftsEn } from '../features/group-drafts/i18n/en.ts'
import { fi as groupDraftsFi } from '../features/group-drafts/i18n/fi.ts'
import { sv as groupDraftsSv } from '../features/group-drafts/i18n/sv.ts'
import { en as groupsEn } from '../features/groups/i18n/en.ts'
import { fi as groupsFi } from '../features/groups/i18n/fi.ts'
import { sv as groupsSv } from '../features/groups/i18n/sv.ts'
import { en as healthEn } from '../features/health/i18n/en.ts'
import { fi as healthFi } from '../features/health/i18n/fi.ts'
import { sv as healthSv } from '../features/health/i18n/sv.ts'
import { en as helpErrorsEn } from '../features/help-requests/i18n/en-errors.ts'
import { fi as helpErrorsFi } from '../features/help-requests/i18n/fi-errors.ts'
import { sv as helpErrorsSv } from '../features/help-requests/i18n/sv-errors.ts'
import { en as importsEn } from '../features/imports/i18n/en.ts'
import { fi as importsFi } from '../features/imports/i18n/fi.ts'
import { sv as importsSv } from '../features/imports/i18n/sv.ts'
import { en as invitationsEn } from '../features/invitations/i18n/en.ts'
import { fi as invitationsFi } from '../features/invitations/i18n/fi.ts'
import { sv as invitationsSv } from '../features/invitations/i18n/sv.ts'
import { en as measuresEn } from '../features/measures/i18n/en.ts'
import { fi as measuresFi } from '../features/measures/i18n/fi.ts'
import { sv as measuresSv } from '../features/measures/i18n/sv.ts'
import { en as organisationsEn } from '../features/organisations/i18n/en.ts'
import { fi as organisationsFi } from '../features/organisations/i18n/fi.ts'
import { sv as organisationsSv } from '../features/organisations/i18n/sv.ts'
import { en as plansEn } from '../features/plans/i18n/en.ts'
import { en as planErrorsEn } from '../features/plans/i18n/en-errors.ts'
import { fi as plansFi } from '../features/plans/i18n/fi.ts'
import { fi as planErrorsFi } from '../features/plans/i18n/fi-errors.ts'
import { sv as plansSv } from '../features/plans/i18n/sv.ts'
import { sv as planErrorsSv } from '../features/plans/i18n/sv-errors.ts'
import { en as proposalErrorsEn } from '../features/proposals/i18n/en-errors.ts'
import { fi as proposalErrorsFi } from '../features/proposals/i18n/fi-errors.ts'
import { sv as proposalErrorsSv } from '../features/proposals/i18n/sv-errors.ts'
import { en as qualificationsEn } from '../features/qualifications/i18n/en.ts'
import { fi as qualificationsFi } from '../features/qualifications/i18n/fi.ts'
import { sv as qualificationsSv } from '../features/qualifications/i18n/sv.ts'
import { en as recognitionsEn } from '../features/recognitions/i18n/en.ts'
import { fi as recognitionsFi } from '../features/recognitions/i18n/fi.ts'
import { sv as recognitionsSv } from '../features/recognitions/i18n/sv.ts'
import { en as recordsEn } from '../features/records/i18n/en.ts'
import { fi as recordsFi } from '../features/records/i18n/fi.ts'
import { sv as recordsSv } from '../features/records/i18n/sv.ts'
import { en as registersEn } from '../features/registers/i18n/en.ts'
import { fi as registersFi } from '../features/registers/i18n/fi.ts'
import { sv as registersSv } from '../features/registers/i18n/sv.ts'
import { en as rolesEn } from '../features/roles/i18n/en.ts'
import { fi as rolesFi } from '../features/roles/i18n/fi.ts'
import { sv as rolesSv } from '../features/roles/i18n/sv.ts'
import { en as savedViewsEn } from '../features/saved-views/i18n/en.ts'
import { fi as savedViewsFi } from '../features/saved-views/i18n/fi.ts'
import { sv as savedViewsSv } from '../features/saved-views/i18n/sv.ts'
import { en as sessionsEn } from '../features/sessions/i18n/en.ts'
import { fi as sessionsFi } from '../features/sessions/i18n/fi.ts'
import { sv as sessionsSv } from '../features/sessions/i18n/sv.ts'
import { en as settingsEn } from '../features/settings/i18n/en.ts'
import { fi as settingsFi } from '../features/settings/i18n/fi.ts'
import { sv as settingsSv } from '../features/settings/i18n/sv.ts'
import { en as sharesEn } from '../features/shares/i18n/en.ts'
import { fi as sharesFi } from '../features/shares/i18n/fi.ts'
import { sv as sharesSv } from '../features/shares/i18n/sv.ts'
import { en as signsEn } from '../features/signs/i18n/en.ts'
import { fi as signsFi } from '../features/signs/i18n/fi.ts'
import { sv as signsSv } from '../features/signs/i18n/sv.ts'
import { en as statementsEn } from '../features/statements/i18n/en.ts'
import { fi as statementsFi } from '../features/statements/i18n/fi.ts'
import { sv as statementsSv } from '../features/statements/i18n/sv.ts'
import { en as studentsEn } from '../features/students/i18n/en.ts'
import { fi as studentsFi } from '../features/students/i18n/fi.ts'
import { sv as studentsSv } from '../features/students/i18n/sv.ts'
import { en as tasksEn } from '../features/tasks/i18n/en.ts'
import { fi as tasksFi } from '../features/tasks/i18n/fi.ts'
import { sv as tasksSv } from '../features/tasks/i18n/sv.ts'
import { en as templatesEn } from '../features/templates/i18n/en.ts'
import { fi as templatesFi } from '../features/templates/i18n/fi.ts'
import { sv as templatesSv } from '../features/templates/i18n/sv.ts'
import { en as casEn } from '../integrations/cas/i18n/en.ts'
import { fi as casFi } from '../integrations/cas/i18n/fi.ts'
import { sv as casSv } from '../integrations/cas/i18n/sv.ts'
import { en as ehoksEn } from '../integrations/ehoks/i18n/en.ts'
import { fi as ehoksFi } from '../integrations/ehoks/i18n/fi.ts'
import { sv as ehoksSv } from '../integrations/ehoks/i18n/sv.ts'
import type { TextOf } from '../platform/http/problem.ts'
import { errorsEn } from '../platform/i18n/errors.en.ts'
import { errorsFi } from '../platform/i18n/errors.fi.ts'
import { errorsSv } from '../platform/i18n/errors.sv.ts'
import type { Language } from '../platform/i18n/language.ts'
import { fill, findText, type Texts } from '../platform/i18n/texts.ts'

/** Every text that the server says, by the name of its feature; an error code is the key of its text. */
const texts: Readonly<Record<Language, Texts>> = {
  fi: {
    ...errorsFi,
    'api-keys': apiKeysFi,
    approvals: approvalsFi,
    'audit-log': auditLogFi,
    clock: clockFi,
    codes: codesFi,
    comments: commentErrorsFi,
    contacts: contactsFi,
    goals: goalErrorsFi,
    'help-requests': helpErrorsFi,
    measures: measuresFi,
    organisations: organisationsFi,
    deliveries: deliveriesFi,
    documentation: documentationFi,
    documents: documentsFi,
    evidence: evidenceFi,
    'group-drafts': groupDraftsFi,
    groups: groupsFi,
    health: healthFi,
    imports: importsFi,
    invitations: invitationsFi,
    plans: { ...plansFi, ...planErrorsFi },
    proposals: proposalErrorsFi,
    qualifications: qualificationsFi,
    roles: rolesFi,
    recognitions: recognitionsFi,
    records: recordsFi,
    registers: registersFi,
    'saved-views': savedViewsFi,
    sessions: sessionsFi,
    settings: settingsFi,
    shares: sharesFi,
    signs: signsFi,
    statements: statementsFi,
    students: studentsFi,
    tasks: tasksFi,
    'bulk-changes': bulkChangesFi,
    templates: templatesFi,
    cas: casFi,
    ehoks: ehoksFi,
  },
  sv: {
    ...errorsSv,
    'api-keys': apiKeysSv,
    approvals: approvalsSv,
    'audit-log': auditLogSv,
    clock: clockSv,
    codes: codesSv,
    comments: commentErrorsSv,
    contacts: contactsSv,
    goals: goalErrorsSv,
    'help-requests': helpErrorsSv,
    measures: measuresSv,
    organisations: organisationsSv,
    deliveries: deliveriesSv,
    documentation: documentationSv,
    documents: documentsSv,
    evidence: evidenceSv,
    'group-drafts': groupDraftsSv,
    groups: groupsSv,
    health: healthSv,
    imports: importsSv,
    invitations: invitationsSv,
    plans: { ...plansSv, ...planErrorsSv },
    proposals: proposalErrorsSv,
    qualifications: qualificationsSv,
    roles: rolesSv,
    recognitions: recognitionsSv,
    records: recordsSv,
    registers: registersSv,
    'saved-views': savedViewsSv,
    sessions: sessionsSv,
    settings: settingsSv,
    shares: sharesSv,
    signs: signsSv,
    statements: statementsSv,
    students: studentsSv,
    tasks: tasksSv,
    'bulk-changes': bulkChangesSv,
    templates: templatesSv,
    cas: casSv,
    ehoks: ehoksSv,
  },
  en: {
    ...errorsEn,
    'api-keys': apiKeysEn,
    approvals: approvalsEn,
    'audit-log': auditLogEn,
    clock: clockEn,
    codes: codesEn,
    comments: commentErrorsEn,
    contacts: contactsEn,
    goals: goalErrorsEn,
    'help-requests': helpErrorsEn,
    measures: measuresEn,
    organisations: organisationsEn,
    deliveries: deliveriesEn,
    documentation: documentationEn,
    documents: documentsEn,
    evidence: evidenceEn,
    'group-drafts': groupDraftsEn,
    groups: groupsEn,
    health: healthEn,
    imports: importsEn,
    invitations: invitationsEn,
    plans: { ...plansEn, ...planErrorsEn },
    proposals: proposalErrorsEn,
    qualifications: qualificationsEn,
    roles: rolesEn,
    recognitions: recognitionsEn,
    records: recordsEn,
    registers: registersEn,
    'saved-views': savedViewsEn,
    sessions: sessionsEn,
    settings: settingsEn,
    shares: sharesEn,
    signs: signsEn,
    statements: statementsEn,
    students: studentsEn,
    tasks: tasksEn,
    'bulk-changes': bulkChangesEn,
    templates: templatesEn,
    cas: casEn,
    ehoks: ehoksEn,
  },
}

/** The text of a code; the code itself where it has none, so that a forgotten one is seen. */
export const textOf: TextOf = (language, code, params) => {
  const text = findText(texts[language], code)
  return text === undefined ? code : fill(text, params, language)
}
