import { onBeforeUnmount, onMounted } from 'vue'
import { commandOf, isWriting, type Command } from './shortcuts'

/** @param run says whether it did something; then the browser does nothing of its own */
export function useShortcuts(run: (command: Command) => boolean): void {
  function pressed(event: KeyboardEvent) {
    const command = commandOf(event, isWriting(event.target))
    if (command !== null && run(command)) {
      event.preventDefault()
    }
  }
  onMounted(() => window.addEventListener('keydown', pressed))
  onBeforeUnmount(() => window.removeEventListener('keydown', pressed))
}
