import { z } from 'zod'

const Account = z.looseObject({ id: z.string().min(1), name: z.string().nullish(), aadObjectId: z.string().nullish() })

const Mention = z.looseObject({
  type: z.literal('mention'),
  mentioned: z.looseObject({ id: z.string(), name: z.string().nullish() }),
  text: z.string().nullish(),
})
export type Mention = z.infer<typeof Mention>

const Place = z.looseObject({ id: z.string(), name: z.string().nullish() })

/** What Teams sends, as far as every kind of it is alike. */
export const Activity = z.looseObject({
  type: z.string().min(1),
  id: z.string().nullish(),
  channelId: z.literal('msteams'),
  serviceUrl: z.url({ protocol: /^https?$/ }),
  from: Account,
  recipient: Account,
  conversation: z.looseObject({
    id: z.string().min(1),
    conversationType: z.string().nullish(),
    tenantId: z.string().nullish(),
    name: z.string().nullish(),
  }),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: z.string() }).nullish(),
      team: Place.nullish(),
      channel: Place.nullish(),
      eventType: z.string().nullish(),
    })
    .nullish(),
  locale: z.string().nullish(),
  localTimezone: z.string().nullish(),
  text: z.string().nullish(),
  textFormat: z.string().nullish(),
  entities: z.array(z.unknown()).nullish(),
  replyToId: z.string().nullish(),
  name: z.string().nullish(),
  value: z.unknown().optional(),
  action: z.string().nullish(),
  membersAdded: z.array(Account).nullish(),
  membersRemoved: z.array(Account).nullish(),
})
export type Activity = z.infer<typeof Activity>

export const mentionsIn = ({ entities }: Activity): Mention[] =>
  (entities ?? []).flatMap((entity) => Mention.safeParse(entity).data ?? [])

/** People are `29:…`. */
export const isProgram = ({ id }: { id: string }): boolean => id.startsWith('28:')

/** The company; null where the activity names none. */
export const tenantOf = ({ channelData, conversation }: Activity): string | null =>
  channelData?.tenant?.id ?? conversation.tenantId ?? null

/** The channel or the group chat in which it happened; null in the conversation with the bot. */
export function roomOf({ channelData, conversation }: Activity): string | null {
  if (channelData?.channel?.id) return channelData.channel.id
  const [id = ''] = conversation.id.split(';messageid=')
  const { conversationType } = conversation
  return conversationType === 'channel' || conversationType === 'groupChat' ? id : null
}

/** A message extension was used: also in rooms, and between two people, where we are not. */
export const mayBeElsewhere = ({ name }: Activity): boolean => name?.startsWith('composeExtension/') ?? false

/** A message as a message extension points at it: words in HTML, people by their ids in the directory. */
export const PointedAt = z.looseObject({
  commandId: z.string(),
  messagePayload: z.looseObject({
    id: z.string(),
    linkToMessage: z.string().nullish(),
    body: z.looseObject({ content: z.string().nullish() }).nullish(),
    from: z
      .looseObject({
        user: z.looseObject({ id: z.string(), displayName: z.string().nullish() }).nullish(),
        application: z.looseObject({ displayName: z.string().nullish() }).nullish(),
      })
      .nullish(),
    mentions: z
      .array(
        z.looseObject({
          id: z.number(),
          mentioned: z.looseObject({
            user: z.looseObject({ id: z.string() }).nullish(),
            conversation: z.looseObject({ id: z.string() }).nullish(),
          }),
        }),
      )
      .nullish(),
  }),
})
export type PointedAt = z.infer<typeof PointedAt>
