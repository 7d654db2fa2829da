import type { Role } from '@/composables/console/useSession'

/** A page of the console, and who may see it; nobody named: anybody, without logging in. */
export interface Place {
  path: string
  name: string
  title: string
  icon: 'inbox' | 'orders' | 'stamp' | 'review' | 'board' | 'ruler' | 'calendar' | 'scroll' | 'people' | 'key' | 'chart' | 'report'
  roles: readonly Role[]
}

const STAFF: readonly Role[] = ['AGENT', 'SPECIALIST', 'DEPARTMENT', 'EDITOR', 'REVIEWER', 'SUPERVISOR', 'ADMIN']

/** In the order in which they stand in the menu. */
export const places: readonly Place[] = [
  { path: '/inbox', name: 'inbox', title: '单位收件箱', icon: 'inbox', roles: ['DEPARTMENT'] },
  { path: '/approvals', name: 'approvals', title: '答复审签', icon: 'stamp', roles: ['DEPARTMENT'] },
  { path: '/board', name: 'board', title: '督办看板', icon: 'board', roles: ['SUPERVISOR', 'ADMIN'] },
  { path: '/reviews', name: 'reviews', title: '认定与审核', icon: 'review', roles: ['SUPERVISOR'] },
  { path: '/orders', name: 'orders', title: '工单查询', icon: 'orders', roles: ['AGENT', 'DEPARTMENT', 'SUPERVISOR', 'ADMIN'] },
  { path: '/evaluation', name: 'evaluation', title: '服务评估', icon: 'chart', roles: ['SUPERVISOR', 'ADMIN'] },
  { path: '/direct-reports', name: 'direct-reports', title: '部门直报', icon: 'report', roles: ['DEPARTMENT', 'AGENT', 'SUPERVISOR', 'ADMIN'] },
  { path: '/calculator', name: 'calculator', title: '期限试算', icon: 'ruler', roles: [] },
  { path: '/calendar', name: 'calendar', title: '工作日历', icon: 'calendar', roles: STAFF },
  { path: '/rules', name: 'rules', title: '服务规则', icon: 'scroll', roles: [] },
  { path: '/directory', name: 'directory', title: '组织机构', icon: 'people', roles: STAFF },
  { path: '/accounts', name: 'accounts', title: '账号', icon: 'key', roles: ['ADMIN'] },
]

/** Whether somebody with these roles may go there. */
export function isOpenTo(place: Pick<Place, 'roles'>, roles: readonly Role[]): boolean {
  return place.roles.length === 0 || place.roles.some((role) => roles.includes(role))
}

/** Where somebody with these roles begins. */
export function homeOf(roles: readonly Role[]): string {
  return places.find((place) => place.roles.length > 0 && isOpenTo(place, roles))?.path ?? '/calculator'
}
