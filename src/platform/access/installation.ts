import { uuidOf } from '../ids.ts'

/**
 * The tenant that holds what belongs to no provider and is changed and logged all the same: national reference data,
 * their imports and settings. A migration makes its row. Its administrators are the operators.
 */
export const installation = uuidOf('00000000-0000-7000-8000-000000000001')
