/** What survives a reload. Web views may forbid it; then it lives as long as the page. */
export interface Keep {
  read<T>(key: string): T | null
  write(key: string, value: unknown): void
  remove(key: string): void
}

export function keepIn(open: () => Storage): Keep {
  const inMemory = new Map<string, string>()
  let storage: Storage | null = null
  try {
    storage = open()
    storage.setItem('yiqilai.probe', '1')
    storage.removeItem('yiqilai.probe')
  } catch {
    storage = null
  }
  return {
    read<T>(key: string): T | null {
      try {
        const text = storage ? storage.getItem(key) : inMemory.get(key)
        return text ? (JSON.parse(text) as T) : null
      } catch {
        return null
      }
    },
    write(key, value) {
      const text = JSON.stringify(value)
      try {
        if (storage) {
          storage.setItem(key, text)
          return
        }
      } catch {
        // Full: what is kept in memory is better than nothing.
        storage = null
      }
      inMemory.set(key, text)
    },
    remove(key) {
      storage?.removeItem(key)
      inMemory.delete(key)
    },
  }
}

/** A random UUID, also where `crypto.randomUUID` is missing: plain http on a local network, older web views. */
export function uuid(): string {
  if (typeof crypto.randomUUID === 'function') {
    return crypto.randomUUID()
  }
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
