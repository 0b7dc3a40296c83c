import { en } from '../i18n/en-pages.ts'
import { en as enPublic } from '../i18n/en-public.ts'
import { fi } from '../i18n/fi-pages.ts'
import { fi as fiPublic } from '../i18n/fi-public.ts'
import { sv } from '../i18n/sv-pages.ts'
import { sv as svPublic } from '../i18n/sv-public.ts'

export const texts = { fi, sv, en }
export const publicTexts = { fi: fiPublic, sv: svPublic, en: enPublic }
