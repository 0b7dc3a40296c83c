import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{src,test,tools,bench,e2e}/**/*.test.{ts,tsx}'],
    globalSetup: ['test/harness/global-setup.ts'],
    // The longest journeys take 15 s alone, and CI runs two browsers beside the servers they look at.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A page polled beside other browsers on two cores needs more than the usual second.
    expect: { poll: { timeout: 10_000 } },
    // The pages' styles are not what these tests are about.
    css: false,
    reporters: process.env.YHDESSA_TEST_SUMMARY
      ? ['default', ['json', { outputFile: process.env.YHDESSA_TEST_SUMMARY }]]
      : ['default'],
  },
})
