import { createApp } from 'vue'
import '@/styles/tokens.css'
import '@/styles/base.css'
import ChatPage from './ChatPage.vue'

createApp(ChatPage).mount('#app')
