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
    // A machine that does much else at a time is slow, and no test is about how fast it is.
    testTimeout: 30_000,
    // Most of the time would go into loading modules for each file anew. Nothing is mocked by module, and setup.ts sets
    // back what files share.
    isolate: false,
    pool: 'threads',
    maxWorkers: '100%',
  },
})
