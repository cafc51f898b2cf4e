import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { alias, plugins } from './vite.shared.ts'

// The gallery shows the shared components with made-up data; it is a tool for developers and is not built into the product.
export default defineConfig({
  root: fileURLToPath(new URL('./gallery', import.meta.url)),
  cacheDir: fileURLToPath(new URL('../../node_modules/.vite-gallery', import.meta.url)),
  plugins: plugins(),
  resolve: { alias },
  server: { port: 5174 },
})
