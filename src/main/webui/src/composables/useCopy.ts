import { ref } from 'vue'

/** Copies text, also in web views without the clipboard interface; `state` is back to null after a while. */
export function useCopy() {
  const state = ref<'copied' | 'failed' | null>(null)

  async function copy(text: string) {
    state.value = (await written(text)) ? 'copied' : 'failed'
    setTimeout(() => (state.value = null), 3_000)
  }

  return { state, copy }
}

async function written(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return byCommand(text)
  }
}

function byCommand(text: string): boolean {
  const area = document.createElement('textarea')
  area.value = text
  area.readOnly = true
  area.className = 'spoken-only'
  // Behind an open dialog everything is inert, and nothing there can be selected.
  const place = document.querySelector('dialog[open]') ?? document.body
  place.append(area)
  area.select()
  try {
    return document.execCommand('copy')
  } catch {
    return false
  } finally {
    area.remove()
  }
}
