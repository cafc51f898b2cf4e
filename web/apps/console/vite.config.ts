import { defineConfig } from 'vite'
import { alias, plugins } from './vite.shared.ts'

export default defineConfig({
  plugins: plugins({ dts: true }),
  resolve: { alias },
  build: { target: 'es2022', sourcemap: false, chunkSizeWarningLimit: 900 },
  server: {
    port: 5173,
    proxy: { '/api': { target: process.env.SUNLOT_PLATFORM ?? 'http://127.0.0.1:8080' } },
  },
})
