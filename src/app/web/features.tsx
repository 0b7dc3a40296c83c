import { routes as apiKeys } from '../../features/api-keys/web/routes.ts'
import { routes as approvals } from '../../features/approvals/web/routes.ts'
import { routes as auditLog } from '../../features/audit-log/web/routes.ts'
import { routes as bulkChanges } from '../../features/bulk-changes/web/routes.ts'
import { routes as deliveries } from '../../features/deliveries/web/routes.ts'
import { routes as demoServices } from '../../features/demo-services/web/routes.ts'
import { routes as groupDrafts } from '../../features/group-drafts/web/routes.ts'
import { routes as groups } from '../../features/groups/web/routes.ts'
import { routes as guardianship } from '../../features/guardianship/web/routes.ts'
import { routes as imports } from '../../features/imports/web/routes.ts'
import { routes as invitations } from '../../features/invitations/web/routes.ts'
import { routes as organisations } from '../../features/organisations/web/routes.ts'
import { routes as paths } from '../../features/paths/web/routes.ts'
import { routes as personas } from '../../features/personas/web/routes.ts'
import { routes as plans } from '../../features/plans/web/routes.ts'
import { routes as qualifications } from '../../features/qualifications/web/routes.ts'
import { routes as recognitions } from '../../features/recognitions/web/routes.ts'
import { routes as registers } from '../../features/registers/web/routes.ts'
import { routes as retention } from '../../features/retention/web/routes.ts'
import { routes as roles } from '../../features/roles/web/routes.ts'
import { routes as signs } from '../../features/signs/web/routes.ts'
import { routes as statements } from '../../features/statements/web/routes.ts'
import { routes as students } from '../../features/students/web/routes.ts'
import { routes as tasks } from '../../features/tasks/web/routes.ts'
import { routes as templates } from '../../features/templates/web/routes.ts'
import type { WebRoute } from '../../platform/web/route.ts'

/** The browser's list of features: the only place where a feature with pages is named. */
export const routes: readonly WebRoute[] = [
  ...personas,
  ...paths,
  ...guardianship,
  // Students and guardians begin at pages of their own, which stand before this line; all others at their own list.
  ...tasks,
  ...students,
  ...recognitions,
  ...invitations,
  ...plans,
  ...registers,
  ...imports,
  ...deliveries,
  ...demoServices,
  ...roles,
  ...apiKeys,
  ...auditLog,
  ...approvals,
  ...statements,
  ...retention,
  {
    path: '/administration',
    page: () => import('./administration-page.tsx'),
    who: ['administrator', 'operator'],
  },
  ...groups,
  ...groupDrafts,
  ...signs,
  ...templates,
  ...bulkChanges,
  // After the pages where people begin: the first of the navigation is where they land.
  ...qualifications,
  ...organisations,
]
