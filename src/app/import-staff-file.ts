import type { ImportDefinition } from '../features/imports/contract-definition.ts'
import type { RegisterStaffMember } from '../features/staff/contract-register.ts'
import { readStaffRow, saveStaff, staffColumns, vanishStaff } from '../features/staff/public.ts'
import { csvReading, type Placed, vanishBy } from './import-csv.ts'

/** The staff's file: a CSV of the provider's own register. `issuer`: of the installation's OpenID provider. */
export function staffFile(issuer: string): ImportDefinition<Placed<RegisterStaffMember>> {
  return {
    owner: 'provider',
    batch: 200,
    ...csvReading({
      columns: staffColumns,
      idColumn: 'staff-number',
      read: (cells, header) => {
        const { faults, member, staffNumber } = readStaffRow(cells, header)
        return { id: staffNumber, value: member, faults }
      },
    }),
    store: async (transaction, records, { audit, source }) => {
      const members = records.map(record => record.value.value)
      const context = { audit, source, issuer, language: 'fi' }
      return { read: records.length, written: await saveStaff(transaction, context, members) }
    },
    finish: (transaction, context, so) =>
      vanishBy(context, so, async () => ({
        marked: await vanishStaff(transaction, context, context.runId),
      })),
  }
}
