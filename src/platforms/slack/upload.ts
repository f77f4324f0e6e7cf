import type { WebClient } from '@slack/web-api'
import type { Attachment } from '../../platform.ts'
import { shortened } from '../drawing/literal.ts'
import { isSlackAddress } from './web-api.ts'

const UPLOAD_TIMEOUT_MS = 30_000
const LONGEST_ALT = 1_000

export type Uploaded = { id: string; title: string }
type Shelf = { channel: string; thread?: string | undefined }

/** Hands a file's bytes to Slack; nobody sees it until it is shared. */
export async function upload(api: WebClient, file: Attachment): Promise<Uploaded> {
  const bytes = 'png' in file ? Buffer.from(file.png, 'base64') : Buffer.from(file.text, 'utf8')
  const { upload_url = '', file_id = '' } = await api.files.getUploadURLExternal({
    filename: file.name,
    length: bytes.length,
    // Slack's own name for it, which its package's types do not have.
    ...('png' in file && { alt_txt: shortened(file.alt, LONGEST_ALT) }),
  })
  if (!isSlackAddress(upload_url, api.slackApiUrl)) throw new Error('Slack named an upload address that is not its own')

  const sent = await fetch(upload_url, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: bytes,
    redirect: 'error',
    signal: AbortSignal.timeout(UPLOAD_TIMEOUT_MS),
  })
  if (!sent.ok) throw new Error(`Slack's upload address answered ${sent.status}`)
  return { id: file_id, title: file.name }
}

/** Shows the file in a conversation, under the message there that began a thread. */
export async function share(api: WebClient, { id, title }: Uploaded, to: Shelf): Promise<void> {
  const { channel, thread } = to
  await api.files.completeUploadExternal({
    files: [{ id, title }],
    channel_id: channel,
    ...(thread !== undefined && { thread_ts: thread }),
  })
}
