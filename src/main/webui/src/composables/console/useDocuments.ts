import { shallowRef } from 'vue'
import { loadProfile } from '@/api/console'

/** What the documents that a city's rules rest on are called, by the files in which they are kept. One question a city for the whole page. */
const asked = new Map<string, Promise<Readonly<Record<string, string>>>>()

export function useDocuments(profile: string | null | undefined) {
  const documents = shallowRef<Readonly<Record<string, string>>>({})
  if (profile) {
    let answer = asked.get(profile)
    if (!answer) {
      answer = loadProfile(profile).then((rules) => rules.documents)
      asked.set(profile, answer)
      answer.catch(() => asked.delete(profile))
    }
    // Without the names the places in the documents are shown alone.
    answer.then((found) => (documents.value = found), () => undefined)
  }
  return documents
}
