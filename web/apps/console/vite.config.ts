import { defineConfig } from 'vite'
import { alias, plugins } from './vite.shared.ts'

// Only the development server writes the list of components, so that a build leaves the tree as it was.
export default defineConfig(({ command }) => ({
  plugins: plugins({ dts: command === 'serve' }),
  resolve: { alias },
  build: { target: 'es2022', sourcemap: false, chunkSizeWarningLimit: 900 },
  server: {
    port: 5173,
    proxy: { '/api': { target: process.env.SUNLOT_PLATFORM ?? 'http://127.0.0.1:8080' } },
  },
}))
