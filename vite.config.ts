import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Builds the playground's page; everything in files of its own, as the content security policy allows nothing inline. */
export default defineConfig({
  root: here('src/platforms/playground/page'),
  base: '/playground/',
  publicDir: here('src/platforms/playground/page/public'),
  build: { outDir: here('dist/playground'), emptyOutDir: true, assetsInlineLimit: 0, modulePreload: false },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
})
