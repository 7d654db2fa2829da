import type { Channel } from '@/api/types'

/** By which way the enterprise came: the app and the official account say so in the address. */
export function channelOf(search: string): Channel {
  const named = new URLSearchParams(search).get('channel')?.toUpperCase()
  return named === 'APP' || named === 'WECHAT' ? named : 'WEB'
}
