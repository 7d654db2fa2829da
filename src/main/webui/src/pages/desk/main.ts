import { createApp } from 'vue'
import '../console/element'
import '@/styles/tokens.css'
import '@/styles/base.css'
import '../console/console.css'
import './desk.css'
import DeskPage from './DeskPage.vue'

// Element Plus asks for a class where the tokens ask the device.
const dark = matchMedia('(prefers-color-scheme: dark)')
const follow = () => document.documentElement.classList.toggle('dark', dark.matches)
dark.addEventListener('change', follow)
follow()

createApp(DeskPage).mount('#app')
