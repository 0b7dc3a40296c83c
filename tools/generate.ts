// node tools/generate.ts [--check]: every generated file from its source, or only the comparison.
import { generateDatabaseFiles } from '../src/app/generate-database.ts'
import { generateOpenApi } from '../src/app/generate-openapi.ts'

const options = { check: process.argv.includes('--check') }
const codes = [await generateOpenApi(options), await generateDatabaseFiles(options)]
process.exitCode = Math.max(...codes)
