export { findTemplate, findTemplateVersion, type TemplateRecord } from './queries.ts'
