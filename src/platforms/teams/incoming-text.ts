import { type Activity, type Mention, mentionsIn } from './payloads.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
}

/** What a person wrote, as the router reads it: mentions as `<@ID>` and `<#ID>`, and without that of the bot. */
export function incomingText(activity: Activity): string {
  let rest = activity.text ?? ''
  let read = ''
  for (const mention of mentionsIn(activity)) {
    const at = mention.text ? rest.indexOf(mention.text) : -1
    if (at < 0) continue
    read += plainly(rest.slice(0, at), activity) + written(mention, activity)
    rest = rest.slice(at + (mention.text ?? '').length)
  }
  return (read + plainly(rest, activity)).trim()
}

function written({ mentioned: { id } }: Mention, { recipient }: Activity): string {
  if (id === recipient.id) return ''
  return id.startsWith('19:') ? `<#${id}>` : `<@${id}>`
}

/** Only what says that it is markup is read as such, but for the space after a mention, which is written so in plain text too. */
function plainly(text: string, { textFormat }: Activity): string {
  const spaced = text.replaceAll('&nbsp;', ' ')
  if (textFormat !== 'xml') return spaced
  return spaced.replace(/<[^>]*>/g, '').replace(/&\w+;/g, (one) => ENTITIES[one] ?? one)
}

export const mentionsBot = (activity: Activity): boolean =>
  mentionsIn(activity).some(({ mentioned }) => mentioned.id === activity.recipient.id)
