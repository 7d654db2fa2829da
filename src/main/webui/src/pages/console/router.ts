import { createRouter, createWebHashHistory, type RouteRecordRaw } from 'vue-router'
import { useSession, type Role } from '@/composables/console/useSession'
import { homeOf, isOpenTo, places } from './places'

const pages: Record<string, RouteRecordRaw['component']> = {
  inbox: () => import('./InboxPage.vue'),
  approvals: () => import('./ApprovalsPage.vue'),
  board: () => import('./BoardPage.vue'),
  reviews: () => import('./ReviewsPage.vue'),
  orders: () => import('./OrdersPage.vue'),
  evaluation: () => import('./EvaluationPage.vue'),
  'direct-reports': () => import('./DirectReportsPage.vue'),
  calculator: () => import('./CalculatorPage.vue'),
  calendar: () => import('./CalendarPage.vue'),
  rules: () => import('./RulesPage.vue'),
  directory: () => import('./DirectoryPage.vue'),
  accounts: () => import('./AccountsPage.vue'),
}

const READERS: readonly Role[] = ['AGENT', 'DEPARTMENT', 'SUPERVISOR', 'ADMIN']

const routes: RouteRecordRaw[] = [
  ...places.map((place) => ({
    path: place.path,
    name: place.name,
    component: pages[place.name],
    meta: { title: place.title, roles: place.roles },
  }) as RouteRecordRaw),
  { path: '/orders/new', name: 'new-order', component: () => import('./NewOrderPage.vue'), meta: { title: '登记工单', roles: ['AGENT'] } },
  { path: '/orders/:id', name: 'order', component: () => import('./OrderPage.vue'), props: true, meta: { title: '工单', roles: READERS } },
  { path: '/login', name: 'login', component: () => import('./LoginPage.vue'), meta: { title: '登录', roles: [] } },
  { path: '/:rest(.*)*', name: 'home', component: () => import('./LoginPage.vue'), meta: { title: '', roles: [] } },
]

export const router = createRouter({ history: createWebHashHistory(), routes })

router.beforeEach(async (to) => {
  const session = useSession()
  try {
    await session.restore()
  } catch {
    // The service is not there: the page that is wanted says so itself.
    return true
  }
  const roles = session.me.value?.roles ?? []
  if (to.name === 'home' || (to.name === 'login' && session.loggedIn.value)) {
    return session.loggedIn.value ? homeOf(roles) : to.name === 'home' ? '/login' : true
  }
  if (isOpenTo({ roles: (to.meta.roles as readonly Role[]) ?? [] }, roles)) {
    return true
  }
  return session.loggedIn.value ? homeOf(roles) : { path: '/login', query: { then: to.fullPath } }
})

router.afterEach((to) => {
  document.title = `${String(to.meta.title || '工作台')} · 一企来`
})
