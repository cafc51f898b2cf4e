import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { alias, plugins } from './vite.shared.ts'

export default defineConfig({
  plugins: plugins({ styles: false }),
  // Scripts of the public site compute the same as the console with code of their own; the tests compare the two.
  resolve: {
    alias: {
      ...alias,
      '@island': fileURLToPath(
        new URL('../../../portal/src/main/resources/portal/static/island', import.meta.url),
      ),
    },
  },
  test: {
    environment: 'jsdom',
    environmentOptions: { jsdom: { url: 'http://localhost/' } },
    include: ['src/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    server: { deps: { inline: ['element-plus'] } },
    restoreMocks: true,
    // Most of the time goes into loading modules, once per file; each processor takes its share.
    pool: 'threads',
    maxWorkers: '100%',
  },
})
