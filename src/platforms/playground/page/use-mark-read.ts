import { useEffect } from 'preact/hooks'
import type { MessageSeen } from '../wire.ts'
import { markRead } from './api.ts'
import { usePlay } from './play.ts'

/** What is on the screen of a page that is looked at has been read. */
export function useMarkRead(messages: readonly MessageSeen[]): void {
  const { me, place, refresh } = usePlay()
  const newest = messages.at(-1)?.id
  const isUnread = place.unread > 0
  useEffect(() => {
    const mark = () => {
      if (!isUnread || !newest || document.visibilityState !== 'visible') return
      // Lost marks cost nothing: the next look marks again.
      markRead(me.id, place.id, newest).then(refresh, () => undefined)
    }
    mark()
    document.addEventListener('visibilitychange', mark)
    return () => document.removeEventListener('visibilitychange', mark)
  }, [me.id, place.id, newest, isUnread])
}
