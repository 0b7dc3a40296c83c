export { staffColumns } from './contract-register.ts'
export { findStaffIds, knownStaff } from './queries.ts'
export { readStaffRow } from './rules-register.ts'
export { type StaffContext, saveStaff, vanishStaff } from './service.ts'
