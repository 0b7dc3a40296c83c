import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

interface Tokens {
  readonly suomifiDesignTokens: { readonly values: { readonly colors: Record<string, { hsl: string }> } }
}

/** The colours of Suomi.fi as CSS variables (--color-highlight-base …), read from their package, never retyped. */
function designTokens(): Plugin {
  const id = 'virtual:design-tokens.css'
  return {
    name: 'design-tokens',
    resolveId: source => (source === id ? `\0${id}` : undefined),
    load(source) {
      if (source !== `\0${id}`) return undefined
      const { suomifiDesignTokens } = createRequire(import.meta.url)('suomifi-design-tokens') as Tokens
      const lines = Object.entries(suomifiDesignTokens.values.colors).map(
        ([name, colour]) =>
          `--color-${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}: ${colour.hsl};`,
      )
      return `:root { ${lines.join(' ')} }`
    },
  }
}

/** What the hidden button of a menu or dialog says in React Aria; in Finnish it reads as "reject". */
const dismissals = [
  ['fi-FI', 'Sulje'],
  ['sv-SE', 'Stäng'],
  ['en-US', 'Close'],
] as const

/** The hidden button closes, as the others do that say so. */
function closingWords(): Plugin {
  return {
    name: 'closing-words',
    enforce: 'pre',
    transform(code, id) {
      const found = dismissals.find(([locale]) => id.includes(`intl/overlays/${locale}.`))
      if (found === undefined || !code.includes('"dismiss"')) return undefined
      return { code: code.replace(/("dismiss": )`[^`]*`/, `$1${JSON.stringify(found[1])}`), map: null }
    },
  }
}

export default defineConfig({
  root: here('src/app/web'),
  publicDir: false,
  plugins: [
    designTokens(),
    closingWords(),
    react(),
    { ...optimizeLocales.vite({ locales: ['fi-FI', 'sv-SE', 'en-US'] }), enforce: 'pre' },
  ],
  build: {
    outDir: here('dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    // The content security policy allows no data: addresses for fonts or styles.
    assetsInlineLimit: 0,
    reportCompressedSize: true,
  },
  server: { proxy: { '/api': 'http://localhost:3000', '/auth': 'http://localhost:3000' } },
})
