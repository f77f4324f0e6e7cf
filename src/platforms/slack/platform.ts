import type { Logger } from 'pino'
import type { ChatPlatform } from '../../platform.ts'
import { directConversations, readChannel } from './channels.ts'
import { connect } from './connection.ts'
import { mount, socketReceiver } from './listen.ts'
import { changePost, permalink, type Sender, sendPost } from './posting.ts'
import { profilesOf } from './profiles.ts'
import { type Socket, stayConnected } from './socket.ts'
import { openWebApi, SLACK_API_URL } from './web-api.ts'

export type SlackOptions = {
  botToken: string
  /** For requests over HTTP. */
  signingSecret?: string | undefined
  /** For Socket Mode, which is taken when both are given. */
  appToken?: string | undefined
  /** Another address of the Web API. */
  apiUrl?: string | undefined
  log: Logger
}

/** Slack, for the one installation to which the bot token belongs. */
export function createSlack({ botToken, signingSecret, appToken, apiUrl, log }: SlackOptions): ChatPlatform {
  const api = openWebApi({ botToken, apiUrl: apiUrl ?? SLACK_API_URL, log })
  const connection = connect(api, log)
  const sender: Sender = { api, log, connection, profiles: profilesOf(api), direct: directConversations(api) }
  let socket: Socket | null = null
  return {
    name: 'slack',
    listen: async (web, door) => {
      const desk = { ...sender, door }
      connection.whenKnown(({ installation, hears }) =>
        door.notice({ platform: 'slack', installation, kind: 'hearing', hears }),
      )
      if (appToken) socket = stayConnected(socketReceiver(desk, appToken), log)
      else if (signingSecret) mount(web, desk, signingSecret)
      else throw new Error('Slack needs SLACK_SIGNING_SECRET, or SLACK_APP_TOKEN for Socket Mode')
    },
    post: (post) => sendPost(sender, post),
    update: (post, ref) => changePost(sender, post, ref),
    linkTo: (ref) => permalink(sender, ref),
    profileOf: (installation, id) => sender.profiles.read(installation, id),
    channelOf: (_installation, id) => readChannel(api, id),
    trouble: async () => connection.trouble() ?? socket?.trouble() ?? null,
    close: async () => {
      connection.close()
      await socket?.close()
    },
  }
}
