import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { keepIn } from '../storage'

const MUTED = 'yiqilai.desk.muted'
const RING_EVERY_MILLIS = 2_000
const BLINK_MILLIS = 1_000

/** What the title of the window says, turn about with its own, so that it is seen among other windows. */
export function titleOf(title: string, ringing: number, unread: number, blink: boolean): string {
  const notice = ringing > 0 ? `【来电】${ringing > 1 ? `${ringing} 个` : ''}请接听` : unread > 0 ? `（${unread}）新消息` : ''
  return notice === '' ? title : blink ? `${notice} · ${title}` : `● ${title}`
}

/**
 * Sound and title for a ring and for new messages. The tones are made here, no permission is asked for; a browser that wants a
 * click before it sounds is told of by `silent`, and the title says it anyway.
 */
export function useAlerts(ringing: Ref<number>, unread: Ref<number>, title: string) {
  const keep = keepIn(() => window.localStorage)
  const muted = ref(keep.read<boolean>(MUTED) === true)
  const silent = ref(false)
  let context: AudioContext | null = null
  let blink = false

  function sound(): AudioContext | null {
    try {
      context ??= new AudioContext()
    } catch {
      return null
    }
    silent.value = context.state === 'suspended'
    return context
  }

  function tone(hertz: number, after: number, seconds: number) {
    const player = sound()
    if (muted.value || !player || player.state !== 'running') {
      return
    }
    const start = player.currentTime + after
    const oscillator = player.createOscillator()
    const volume = player.createGain()
    oscillator.frequency.value = hertz
    volume.gain.setValueAtTime(0, start)
    volume.gain.linearRampToValueAtTime(0.12, start + 0.02)
    volume.gain.linearRampToValueAtTime(0, start + seconds)
    oscillator.connect(volume).connect(player.destination)
    oscillator.start(start)
    oscillator.stop(start + seconds)
  }

  function ring() {
    tone(784, 0, 0.28)
    tone(988, 0.3, 0.34)
  }

  function chime() {
    tone(880, 0, 0.16)
  }

  function wake() {
    void sound()?.resume().then(() => (silent.value = context?.state === 'suspended'), () => undefined)
  }

  function show() {
    document.title = titleOf(title, ringing.value, unread.value, blink)
  }

  const ringer = setInterval(() => ringing.value > 0 && ring(), RING_EVERY_MILLIS)
  const blinker = setInterval(() => {
    blink = !blink
    show()
  }, BLINK_MILLIS)
  watch(ringing, (now, before) => {
    blink = true
    show()
    if (now > before) {
      ring()
    }
  })
  watch(unread, show)
  watch(muted, (now) => keep.write(MUTED, now))
  window.addEventListener('pointerdown', wake)
  window.addEventListener('keydown', wake)
  sound()
  show()

  onScopeDispose(() => {
    clearInterval(ringer)
    clearInterval(blinker)
    window.removeEventListener('pointerdown', wake)
    window.removeEventListener('keydown', wake)
    void context?.close().catch(() => undefined)
    document.title = title
  })

  return { muted, silent, chime, toggle: () => (muted.value = !muted.value) }
}
