import { computed, readonly, ref } from 'vue'
import { call, ProblemError } from '@/api/http'
import type { components } from '@/api/schema'

export type Role = components['schemas']['Role']
type Me = components['schemas']['CurrentAccount']

/** Who is logged in: undefined until the service was asked, null for nobody. One for the whole page. */
const me = ref<Me | null | undefined>(undefined)
const unit = ref<string | null>(null)
const unitName = ref<string | null>(null)

/** Asks the service who holds the cookie; the cookie itself is out of reach of any script. */
async function restore(): Promise<void> {
  if (me.value !== undefined) {
    return
  }
  try {
    me.value = await call<Me>('/api/v1/me')
    await findUnit()
  } catch (error) {
    if (!(error instanceof ProblemError)) {
      throw error
    }
    me.value = null
  }
}

/** @throws ProblemError 401 for a wrong password, 429 after too many attempts */
async function login(username: string, password: string): Promise<void> {
  await call('/api/v1/login', { method: 'POST', body: { username, password } })
  me.value = undefined
  await restore()
}

async function logout(): Promise<void> {
  await call('/api/v1/logout', { method: 'POST' })
  forget()
}

/** The session is over, here or at the service. */
function forget(): void {
  me.value = null
  unit.value = null
  unitName.value = null
}

async function findUnit(): Promise<void> {
  const mine = await call<components['schemas']['Membership']>('/api/v1/directory/memberships/mine')
  unit.value = mine.unit ?? null
  unitName.value = null
  if (mine.unit) {
    unitName.value = (await call<components['schemas']['Unit']>(`/api/v1/directory/units/${encodeURIComponent(mine.unit)}`)).name
  }
}

export function useSession() {
  return {
    me: readonly(me),
    unit: readonly(unit),
    unitName: readonly(unitName),
    loggedIn: computed(() => Boolean(me.value)),
    has: (...wanted: Role[]) => wanted.some((role) => me.value?.roles.includes(role)),
    restore,
    login,
    logout,
    forget,
  }
}
