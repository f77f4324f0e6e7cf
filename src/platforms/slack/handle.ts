import type { ReceiverEvent } from '@slack/bolt'
import { z } from 'zod'
import { answerQuestion, cardOf, nobody, type Question } from './answering.ts'
import { takeEvent } from './events.ts'
import { commandQuestion, pressQuestion, shortcutQuestion, submissionInbound } from './inbound.ts'
import { type Desk, localeOf } from './outcome.ts'
import { BlockActions, Command, EventCallback, MessageAction, ViewSubmission } from './payloads.ts'
import { replyPrivately } from './private-reply.ts'
import { answerSubmission } from './submitting.ts'
import { words } from './words.ts'

const Body = z.looseObject({ type: z.string().optional(), command: z.string().optional() })

/**
 * Handles one thing that Slack sends and acknowledges it, when it has been committed or three seconds are nearly over.
 * Rejects, without an acknowledgement, on what is malformed and on events that could not be stored.
 */
export async function handle(desk: Desk, { body, ack }: Pick<ReceiverEvent, 'body' | 'ack'>): Promise<void> {
  const { type, command } = Body.parse(body)
  const once = acknowledgingOnce(ack)
  if (command !== undefined) return askedByCommand(desk, commandQuestion(Command.parse(body), once))

  switch (type) {
    case 'block_actions': {
      const question = pressQuestion(BlockActions.parse(body), once)
      if (question) await answerQuestion(desk, question)
      break
    }
    case 'message_action': {
      const self = desk.connection.self()
      await askedByShortcut(desk, shortcutQuestion(MessageAction.parse(body), { self, ack: once }))
      break
    }
    case 'view_submission': {
      const submission = ViewSubmission.parse(body)
      await answerSubmission(desk, { inbound: submissionInbound(submission), view: submission.view, ack: once })
      break
    }
    case 'event_callback':
      await takeEvent(desk, EventCallback.parse(body))
      break
  }
  await once()
}

/** Slack takes one acknowledgement; says whether this one was it. */
function acknowledgingOnce(ack: ReceiverEvent['ack']): Question['ack'] {
  let isDone = false
  return async (response) => {
    if (isDone) return false
    isDone = true
    await ack(response)
    return true
  }
}

async function askedByCommand(desk: Desk, question: Question): Promise<void> {
  const { what } = question.inbound
  const isKnown = what.kind === 'command' && desk.door.commands.some(({ flow }) => flow === what.flow)
  if (isKnown) return answerQuestion(desk, question)

  const locale = await localeOf(desk, question.inbound)
  const typed = what.kind === 'command' ? `/${what.flow}` : ''
  const card = cardOf(locale, words[locale].unknownCommand(typed))
  await replyPrivately(desk, question, { card, directory: nobody })
}

/** An old manifest may still list what is no longer there. */
async function askedByShortcut(desk: Desk, question: Question): Promise<void> {
  const { what } = question.inbound
  const isKnown = what.kind === 'shortcut' && desk.door.shortcuts.some(({ shortcut }) => shortcut === what.shortcut)
  if (isKnown) return answerQuestion(desk, question)

  const locale = await localeOf(desk, question.inbound)
  await replyPrivately(desk, question, { card: cardOf(locale, words[locale].unknownShortcut), directory: nobody })
}
