import { createApp } from 'vue'
import './element'
import '@/styles/tokens.css'
import '@/styles/base.css'
import './console.css'
import ConsolePage from './ConsolePage.vue'
import { router } from './router'

// Element Plus asks for a class where the tokens ask the device.
const dark = matchMedia('(prefers-color-scheme: dark)')
const follow = () => document.documentElement.classList.toggle('dark', dark.matches)
dark.addEventListener('change', follow)
follow()

createApp(ConsolePage).use(router).mount('#app')
