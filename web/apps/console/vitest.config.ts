import { defineConfig } from 'vitest/config'
import { alias, plugins } from './vite.shared.ts'

export default defineConfig({
  plugins: plugins({ styles: false }),
  resolve: { alias },
  test: {
    environment: 'jsdom',
    environmentOptions: { jsdom: { url: 'http://localhost/' } },
    include: ['src/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    server: { deps: { inline: ['element-plus'] } },
    restoreMocks: true,
  },
})
