import { ref, shallowRef } from 'vue'
import { loadCalendar } from '@/api/console'
import { dayOf } from './shanghai'
import { openingsOf, type Opening } from './workingTime'

/** When the city's offices, or a unit's own, are open this year; nothing until it is known. One question a unit for the whole page. */
const asked = new Map<string, Promise<Opening[]>>()

export function useOffice(department?: string | null) {
  const openings = shallowRef<Opening[]>([])
  const failed = ref(false)
  const year = Number(dayOf(Date.now()).slice(0, 4))
  const key = `${year} ${department ?? ''}`
  let answer = asked.get(key)
  if (!answer) {
    answer = loadCalendar(year, undefined, department ?? undefined).then(({ days }) => openingsOf(days))
    asked.set(key, answer)
    answer.catch(() => asked.delete(key))
  }
  answer.then(
    (found) => (openings.value = found),
    () => (failed.value = true),
  )
  return { openings, failed }
}
