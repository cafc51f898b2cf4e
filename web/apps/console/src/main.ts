import 'element-plus/es/components/base/style/css'
import 'element-plus/es/components/message/style/css'
import './styles/base.css'
import { createApp } from 'vue'
import App from './App.vue'
import { installLastResort } from './app/lastResort'
import { router } from './app/router'
import { i18n } from './i18n'

const app = createApp(App).use(i18n).use(router)
installLastResort(app)
app.mount('#app')
