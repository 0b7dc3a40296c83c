import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{src,test,tools,bench,e2e}/**/*.test.{ts,tsx}'],
    globalSetup: ['test/harness/global-setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // The pages' styles are not what these tests are about.
    css: false,
    reporters: process.env.YHDESSA_TEST_SUMMARY
      ? ['default', ['json', { outputFile: process.env.YHDESSA_TEST_SUMMARY }]]
      : ['default'],
  },
})
