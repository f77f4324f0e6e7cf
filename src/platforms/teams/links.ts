import { type Activity, roomOf, tenantOf } from './payloads.ts'

/** The address at which Teams shows a message of a channel. */
export function channelLink({
  tenantId,
  channelId,
  messageId,
}: Record<'tenantId' | 'channelId' | 'messageId', string>) {
  const path = [channelId, messageId].map(encodeURIComponent).join('/')
  return `https://teams.microsoft.com/l/message/${path}?tenantId=${encodeURIComponent(tenantId)}`
}

/** The same of something that was said; null outside of channels. */
export function messageLink(activity: Activity): string | null {
  const [channelId, tenantId, messageId] = [roomOf(activity), tenantOf(activity), activity.id]
  return channelId && tenantId && messageId ? channelLink({ tenantId, channelId, messageId }) : null
}
