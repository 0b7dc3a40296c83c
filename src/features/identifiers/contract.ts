/** National identifiers whose form and check digit have been verified; plain strings elsewhere are still claims. */
declare const identifier: unique symbol

export type StudyRightOid = string & { readonly [identifier]: 'study-right' }
export type PersonOid = string & { readonly [identifier]: 'person' }
export type OrganisationOid = string & { readonly [identifier]: 'organisation' }
export type BusinessId = string & { readonly [identifier]: 'business' }
