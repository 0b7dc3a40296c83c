export { planDocument } from './rules.ts'
export { pdfOf } from './service-pdf.ts'
export { fontBytes } from './service-pdf-fonts.ts'
