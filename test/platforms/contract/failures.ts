import { describe, expect, it } from 'vitest'
import { openForm, soon, squeezed, told } from './reading.ts'
import { form, withButton } from './samples.ts'
import type { Person, Stage } from './stage.ts'

const failing = () => {
  throw new Error('relation "Standup" does not exist')
}
const isSaid = (words: string): boolean => /\p{L}{2}/u.test(words)
const PEOPLE = ['mira', 'mei'] as const
const ERROR_LEVEL = 50

/** In a language that the person reads, and without our innards. */
function expectSentence(words: string, { locale }: Person): void {
  expect(squeezed(words)).toMatch({ en: /^[^\p{Script=Han}]{20,}\.$/u, 'zh-CN': /\p{Script=Han}{4}.*。$/u }[locale])
  expect(words).not.toContain('relation')
}

const errorsIn = ({ log }: Stage) => log.filter(({ level }) => level >= ERROR_LEVEL)

export function failureSentences(stage: () => Stage): void {
  describe.each(PEOPLE)('when something goes wrong on our side, %s', (who) => {
    it('hears so after a command, and nothing is swallowed', async () => {
      const { door, [who]: person } = stage()
      door.answers = failing

      await person.command('/standup skip my-secret', 'room')

      expectSentence((await told(person)).words, person)
      expect(errorsIn(stage())).not.toEqual([])
      expect(stage().log.filter(({ line }) => line.includes('my-secret'))).toEqual([])
    })

    it('hears so after a press', async () => {
      const { door, post, [who]: person } = stage()
      await post(withButton('Answer', 'standup.answer'))
      door.answers = failing

      await person.press('Answer')

      expectSentence((await told(person)).words, person)
      expect(errorsIn(stage())).not.toEqual([])
    })

    it('reads so in the form, which stays open with what was typed', async () => {
      const { door, [who]: person } = stage()
      door.answers = ({ what }) => (what.kind === 'command' ? { kind: 'form', form: form() } : failing())
      await person.command('/standup new', 'room')
      await openForm(person)

      await person.submit({ name: 'my-secret' })

      const { errors, fields } = await soon('the form', person.form)
      expectSentence(Object.values(errors).join(''), person)
      expect(fields.name?.filled).toBe('my-secret')
      expect(errorsIn(stage())).not.toEqual([])
      expect(stage().log.filter(({ line }) => line.includes('my-secret'))).toEqual([])
    })
  })

  it('takes a message as not delivered when it could not be handled, so that it can come again', async () => {
    const { door, mira } = stage()
    door.answers = failing

    await mira.write('my-secret')
    const status = stage().status()
    door.answers = () => ({ kind: 'nothing' })
    const again = await stage().redeliver()

    expect([status, again]).toEqual([500, 200])
    expect(door.received[1]).toEqual(door.received[0])
    expect(errorsIn(stage()).map(({ line }) => isSaid(line))).not.toEqual([])
    expect(stage().log.filter(({ line }) => line.includes('my-secret'))).toEqual([])
  })
}
