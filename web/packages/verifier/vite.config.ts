import { defineConfig } from 'vite'

/** Two scripts that stand alone; the public site gives them addresses that change with their content. */
export default defineConfig(({ mode }) => ({
  build: {
    target: 'es2022',
    sourcemap: false,
    emptyOutDir: mode !== 'worker',
    lib: {
      entry: mode === 'worker' ? 'src/page/worker.ts' : 'src/page/main.ts',
      formats: ['iife'],
      name: 'sunlotVerify',
      fileName: () => (mode === 'worker' ? 'verify-worker.js' : 'verify.js'),
    },
  },
}))
