import type { Form } from '../../../src/chat/form.ts'
import type { Reply } from '../../../src/flow.ts'
import { form, type Router, type Served } from './served.ts'

/** A form with every kind of field. */
export const EVERY_FIELD: Form = form({
  context: '{"run":"7","note":"a<b & c"}',
  fields: [
    { name: 'name', label: 'Name', kind: 'text' },
    { name: 'notes', label: 'Notes', kind: 'text', lines: 'many', optional: true },
    { name: 'delay', label: 'Delay', kind: 'number', whole: true, min: 1, max: 600, value: 20 },
    {
      name: 'mode',
      label: 'Mode',
      kind: 'choice',
      options: [
        { value: 'team', label: 'Team’s zone' },
        { value: 'own', label: 'Own zone' },
      ],
    },
    {
      name: 'days',
      label: 'Days',
      kind: 'choices',
      options: ['mon', 'tue', 'R&D'].map((value) => ({ value, label: value })),
      values: ['mon'],
    },
    { name: 'lead', label: 'Lead', kind: 'person', value: 'm-mei' },
    { name: 'people', label: 'People', kind: 'people' },
    { name: 'where', label: 'Channel', kind: 'channel' },
    { name: 'from', label: 'From', kind: 'date', value: '2026-11-23' },
    { name: 'at', label: 'At', kind: 'time', value: '09:30' },
    { name: 'remind', label: 'Reminder', kind: 'toggle', on: 'Remind half-way' },
  ],
})

/** Somebody has this form open; what they submit is answered like this. */
export async function openForm(
  house: Served,
  who: string,
  { shown, answered }: { shown: Form; answered: Reply | Router['answer'] },
) {
  const person = house.slack.user(who)
  house.router.answer = () => ({ kind: 'form', form: shown })
  await person.command('/standup', 'new')
  await person.opens()
  house.router.answer = typeof answered === 'function' ? answered : () => answered
  return person
}
