import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import components from 'unplugin-vue-components/vite'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'

export const root = fileURLToPath(new URL('.', import.meta.url))
export const alias = {
  '@': fileURLToPath(new URL('./src', import.meta.url)),
  // Style and script of the draw screen, which the public site has too.
  '@screen': fileURLToPath(new URL('../../../screen/src/main/resources/cn/sunlot/screen', import.meta.url)),
}

/** Element Plus comes in piece by piece: only what a template names is bundled, with its own style sheet. */
export function plugins({ styles = true, dts = false } = {}) {
  return [
    vue(),
    components({
      dirs: [],
      dts: dts ? fileURLToPath(new URL('./components.d.ts', import.meta.url)) : false,
      resolvers: [ElementPlusResolver({ importStyle: styles ? 'css' : false })],
    }),
  ]
}
