import { demandApprovals } from '../features/approvals/public.ts'
import { approvalRoutes } from '../features/approvals/routes.ts'
import { ownApprovalRoutes } from '../features/approvals/routes-own.ts'
import { auditLogRoutes } from '../features/audit-log/routes.ts'
import { ownAuditRoutes } from '../features/audit-log/routes-own.ts'
import { bulkChangeRoutes } from '../features/bulk-changes/routes.ts'
import { clockRoutes } from '../features/clock/routes.ts'
import type { DemoClock } from '../features/clock/service.ts'
import { codeRoutes } from '../features/codes/routes.ts'
import { commentRoutes } from '../features/comments/routes.ts'
import { contactRoutes } from '../features/contacts/routes.ts'
import { deliveryRoutes } from '../features/deliveries/routes.ts'
import { removalRoutes } from '../features/deliveries/routes-removals.ts'
import type { NationalFake } from '../features/demo-services/contract-fake.ts'
import { demoServiceRoutes } from '../features/demo-services/routes.ts'
import { documentationRoutes } from '../features/documentation/routes.ts'
import { documentRoutes } from '../features/documents/routes.ts'
import { draftRoutes } from '../features/drafts/routes.ts'
import { evidenceRoutes } from '../features/evidence/routes.ts'
import { goalRoutes } from '../features/goals/routes.ts'
import { groupDraftRoutes } from '../features/group-drafts/routes.ts'
import { groupRoutes } from '../features/groups/routes.ts'
import { guardianshipRoutes } from '../features/guardianship/routes.ts'
import { healthRoutes } from '../features/health/routes.ts'
import { helpRequestRoutes } from '../features/help-requests/routes.ts'
import { importRoutes } from '../features/imports/routes.ts'
import { importReportRoutes } from '../features/imports/routes-reports.ts'
import { invitationRoutes } from '../features/invitations/routes.ts'
import { measureRoutes } from '../features/measures/routes.ts'
import { openOrganisations } from '../features/organisations/public.ts'
import { organisationRoutes } from '../features/organisations/routes.ts'
import { pathRoutes } from '../features/paths/routes.ts'
import type { Plan, UnknownMember } from '../features/plans/public.ts'
import { planRoutes } from '../features/plans/routes.ts'
import { planChoiceRoutes } from '../features/plans/routes-choices.ts'
import { planFormationRoutes } from '../features/plans/routes-formation.ts'
import { planRestoreRoutes } from '../features/plans/routes-restore.ts'
import { planVersionRoutes } from '../features/plans/routes-versions.ts'
import { planWritingRoutes } from '../features/plans/routes-writing.ts'
import { proposalRoutes } from '../features/proposals/routes.ts'
import { qualificationRoutes } from '../features/qualifications/routes.ts'
import { recognitionRoutes } from '../features/recognitions/routes.ts'
import { recordRoutes } from '../features/records/routes.ts'
import { registerRoutes } from '../features/registers/routes.ts'
import { retentionRoutes } from '../features/retention/routes.ts'
import { savedViewRoutes } from '../features/saved-views/routes.ts'
import { settingsRoutes } from '../features/settings/routes.ts'
import { shareRoutes } from '../features/shares/routes.ts'
import { sharedPageRoutes } from '../features/shares/routes-public.ts'
import { signRoutes } from '../features/signs/routes.ts'
import { staffRoutes } from '../features/staff/routes.ts'
import { statementRoutes } from '../features/statements/routes.ts'
import { feedbackRoutes } from '../features/statements/routes-feedback.ts'
import { studentRoutes } from '../features/students/routes.ts'
import { taskRoutes } from '../features/tasks/routes.ts'
import { digestRoutes } from '../features/tasks/routes-digest.ts'
import { templateRoutes } from '../features/templates/routes.ts'
import { templateGiftRoutes } from '../features/templates/routes-gifts.ts'
import { templateVersionRoutes } from '../features/templates/routes-versions.ts'
import { formFaults } from '../integrations/ehoks/form.ts'
import { nationalRoutes } from '../integrations/ehoks/routes.ts'
import { nationalForm } from '../integrations/ehoks/send-form.ts'
import { nationalPrefix } from '../platform/auth/authenticate.ts'
import type { Database } from '../platform/db/database.ts'
import type { FileStore } from '../platform/files/store.ts'
import type { Endpoint } from '../platform/http/endpoint.ts'
import type { Metrics } from '../platform/http/metrics.ts'
import { openApiOf } from '../platform/http/openapi.ts'
import type { JobSender } from '../platform/jobs/jobs.ts'
import type { Outside } from './import-fetchers.ts'
import { mastersOf } from './masters.ts'
import type { PlanReferences } from './references.ts'
import { taskSources } from './task-sources.ts'
import { textOf } from './texts.ts'

/** What the features are given of the platform and of each other. */
export interface Services {
  readonly database: Database
  readonly jobs: JobSender
  readonly metrics: Metrics
  /** Sign-in, keys and tickets, put together in auth.ts. */
  readonly auth: readonly Endpoint[]
  readonly references: PlanReferences
  readonly clock: DemoClock | undefined
  /** The demo's own national service, from behind. */
  readonly nationalFake: NationalFake | undefined
  readonly publicUrl: string
  /** Whether mail leaves this installation. */
  readonly sendsMail: boolean
  readonly neededMigrations: readonly string[]
  /** How the national services are asked. */
  readonly outside: Outside
  /** Where the bytes of files are. */
  readonly files: FileStore
}

/** The one list of features: every endpoint of the service. */
export function allEndpoints(services: Services): Endpoint[] {
  const { database, publicUrl, references, clock, metrics, neededMigrations } = services
  const saving = savingOf(services)
  const organisations = openOrganisations(database)
  const endpoints: Endpoint[] = [
    ...services.auth,
    ...peopleEndpoints(services),
    ...planEndpoints(services, organisations),
    ...deliveryRoutes({ jobs: services.jobs, text: textOf }),
    ...removalRoutes({ jobs: services.jobs, text: textOf }),
    ...qualificationRoutes(references),
    ...settingsRoutes(),
    ...auditLogRoutes({ text: textOf }),
    ...ownAuditRoutes(),
    ...statementRoutes({ database }),
    ...retentionRoutes({ jobs: services.jobs }),
    ...feedbackRoutes({ database, jobs: services.jobs, mail: services.sendsMail }),
    ...codeRoutes(),
    ...organisationRoutes({
      organisations,
      nameOfCode: code => references.nameOf(code, null),
    }),
    ...importRoutes({ database, jobs: services.jobs, text: textOf }),
    ...importReportRoutes({ database, jobs: services.jobs, text: textOf }),
    ...registerRoutes({ database, jobs: services.jobs, text: textOf, ...services.outside }),
    ...clockRoutes({ database, clock }),
    ...demoServiceRoutes({ fake: services.nationalFake }),
    ...nationalRoutes({ database, publicUrl, saving, mastersOf }),
    ...healthRoutes({ database, metrics, neededMigrations }),
    ...documentationRoutes(() => document),
  ]
  const document = openApiOf(endpoints, about)
  return endpoints
}

const savingOf = ({ jobs, references }: Services) => ({
  jobs,
  referenceFor: references.referenceFor,
  formFaults,
  demandApprovals,
})

/** Whoever studies, teaches or guides, and what they tell each other. */
function peopleEndpoints(services: Services): Endpoint[] {
  const { database, publicUrl, references } = services
  return [
    ...studentRoutes({ qualificationNames: references.qualificationNames, text: textOf }),
    ...staffRoutes(),
    ...groupRoutes(),
    ...evidenceRoutes({ database, files: services.files, jobs: services.jobs }),
    ...goalRoutes(),
    ...helpRequestRoutes(),
    ...commentRoutes(),
    ...contactRoutes(),
    ...signRoutes(),
    ...measureRoutes(),
    ...draftRoutes(),
    ...guardianshipRoutes(),
    ...invitationRoutes({ jobs: services.jobs, mail: services.sendsMail, publicUrl }),
    ...savedViewRoutes(),
    ...taskRoutes({ sources: taskSources, text: textOf }),
    ...digestRoutes({ mail: services.sendsMail }),
  ]
}

/** Plans, and all that makes, changes, shows or shares them. */
function planEndpoints(services: Services, organisations: ReturnType<typeof openOrganisations>): Endpoint[] {
  const { database, publicUrl, references } = services
  const saving = savingOf(services)
  const pages = { ...references, formFaults, text: textOf }
  const documents = {
    ...references,
    national: (plan: Plan, kept: readonly UnknownMember[]) => nationalForm(plan, kept).content,
  }
  return [
    ...groupDraftRoutes({
      ...pages,
      saving,
      organisations,
      schoolName: language => textOf(language, 'group-drafts.school', {}),
    }),
    ...recognitionRoutes({ data: references.data, saving }),
    ...planRoutes({ ...pages, database, saving }),
    ...planVersionRoutes(pages),
    ...planRestoreRoutes({ ...pages, saving }),
    ...planWritingRoutes({ ...pages, saving }),
    ...planFormationRoutes(references),
    ...pathRoutes(references),
    ...proposalRoutes({ ...references, saving }),
    ...documentRoutes({ ...documents, database }),
    ...recordRoutes({ database, documents, files: services.files }),
    ...planChoiceRoutes(references),
    ...approvalRoutes(references),
    ...ownApprovalRoutes(references),
    ...shareRoutes({ dependencies: references, publicUrl }),
    ...sharedPageRoutes({ database, text: textOf, dependencies: references }),
    ...bulkChangeRoutes({ ...pages, saving }),
    ...templateGiftRoutes(references),
    ...templateRoutes({ ...references, text: textOf }),
    ...templateVersionRoutes({ ...references, text: textOf }),
  ]
}

const about = {
  title: 'Yhdessä',
  version: '1',
  description:
    'The workbench of vocational education networks: plans with their findings and history, and the national HOKS interface.',
  ticketPrefix: nationalPrefix,
}
