import vue from '@vitejs/plugin-vue'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** One entry a page; the studio becomes a further line. */
const pages = {
  chat: here('index.html'),
  console: here('console/index.html'),
  desk: here('desk/index.html'),
}

/** Where `npm run dev` finds the service. */
const service = process.env.SERVICE_URL ?? 'http://localhost:8080'

export default defineConfig({
  plugins: [vue()],
  resolve: { alias: { '@': here('src') } },
  server: {
    proxy: { '/api': { target: service, ws: true } },
  },
  build: {
    outDir: process.env.PAGES_DIR ?? 'dist',
    // The target also holds what Maven copied there; build.sh removes only what an earlier build of ours left.
    emptyOutDir: false,
    assetsDir: 'assets',
    // Nothing inline: the content security policy of the service allows files of its own only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The web views of phones that are still about: WeChat on Android follows Chrome at a distance.
    target: ['chrome87', 'safari14'],
    cssTarget: ['chrome87', 'safari14'],
    rollupOptions: { input: pages },
  },
  test: {
    environment: 'node',
    include: ['src/**/*.test.ts'],
  },
})
