import 'element-plus/es/components/base/style/css'
import 'element-plus/es/components/message/style/css'
import '@/styles/base.css'
import { createApp } from 'vue'
import { createRouter, createWebHashHistory } from 'vue-router'
import { i18n } from '@/i18n'
import Gallery from './Gallery.vue'

for (const code of ['zh-CN', 'en'] as const) {
  i18n.global.mergeLocaleMessage(code, {
    gallery: { list: '检查对象', detail: '抽查任务', parts: '部件', forbidden: '无权限' },
  })
}

const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    {
      path: '/list',
      name: 'list',
      component: () => import('./ListSample.vue'),
      meta: { title: 'gallery.list' },
    },
    {
      path: '/detail',
      name: 'detail',
      component: () => import('./DetailSample.vue'),
      meta: { title: 'gallery.detail' },
    },
    {
      path: '/parts',
      name: 'parts',
      component: () => import('./PartsSample.vue'),
      meta: { title: 'gallery.parts' },
    },
    {
      path: '/forbidden',
      name: 'forbidden',
      component: () => import('@/app/ForbiddenPage.vue'),
      meta: { title: 'gallery.forbidden' },
    },
    { path: '/:rest(.*)*', redirect: '/list', meta: { title: 'gallery.list' } },
  ],
})

createApp(Gallery).use(i18n).use(router).mount('#app')
