import { useState } from 'preact/hooks'
import type { Form } from '../../../chat/form.ts'
import type { Answered } from '../wire.ts'
import * as api from './api.ts'
import type { Words } from './words.ts'

/** A form that is open, and where it was asked for. */
export type Opened = { key: string; form: Form; channel: string | undefined }
export type FieldProblems = Readonly<Record<string, string>>

export type Asking = {
  opened: Opened | null
  trouble: string | null
  /** The message that was answered with the last time. */
  answered: string | null
  /** False when it was refused or got lost. */
  ask: (request: api.Request) => Promise<boolean>
  /** Like `ask`, but what is wrong comes back to the form that is open. */
  submit: (request: api.Request) => Promise<FieldProblems>
  moveClock: (how: api.ClockMove) => Promise<void>
  closeForm: () => void
  dismiss: () => void
}

type Options = { me: string; words: Words; refresh: () => Promise<void> }

/** Asking the server, and what comes of it. */
export function useAsking({ me, words, refresh }: Options): Asking {
  const [opened, setOpened] = useState<Opened | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [answered, setAnswered] = useState<string | null>(null)

  async function answerTo(request: api.Request): Promise<Answered> {
    const answer = await api.send(me, request).catch((error) => refused(error, words))
    if (answer.reply === 'form') {
      setOpened({ key: crypto.randomUUID(), form: answer.form, channel: request.channel })
    }
    if (answer.reply === 'card') setAnswered(answer.message)
    void refresh()
    return answer
  }

  return {
    ...{ opened, trouble, answered, closeForm: () => setOpened(null), dismiss: () => setTrouble(null) },
    async ask(request) {
      setTrouble(null)
      const answer = await answerTo(request)
      if (answer.reply === 'invalid') setTrouble(Object.values(answer.errors).join(' '))
      return answer.reply !== 'invalid'
    },
    async submit(request) {
      const answer = await answerTo(request)
      if (answer.reply === 'invalid') return answer.errors
      if (answer.reply !== 'form') setOpened(null)
      return {}
    },
    async moveClock(how) {
      setTrouble(null)
      await api.moveClock(how).catch((error) => setTrouble(sentenceOf(error, words)))
      await refresh()
    },
  }
}

const refused = (error: unknown, words: Words): Answered => ({
  reply: 'invalid',
  errors: { '': sentenceOf(error, words) },
})

const sentenceOf = (error: unknown, words: Words): string =>
  error instanceof api.NotServed && error.message ? error.message : words.notDone
