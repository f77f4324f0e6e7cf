import type { Card } from '../../../chat/card.ts'
import type { Field, Form } from '../../../chat/form.ts'
import type { Locale } from '../../../chat/locale.ts'
import { mention, type Text } from '../../../chat/text.ts'
import type { Member } from '../../../database/types.ts'
import { peopleWords } from '../messages/people.ts'

type Chain = { member: Member; manager: Member | null; backup: Member | null }

/** The context of the form that shows what is there, so that emptying a field means something. */
export const OWN_CHAIN = 'own'

/** One's own manager and backup as they are. */
export function ownChainForm(locale: Locale, member: Member): Form {
  const words = peopleWords[locale]
  const form = chainForm(locale, [
    { kind: 'person', name: 'manager', label: words.manager, optional: true, ...preset(member.managerId) },
    { kind: 'person', name: 'backup', label: words.backup, optional: true, ...preset(member.backupId) },
  ])
  return { ...form, context: OWN_CHAIN }
}

/** For anybody, oneself to begin with: the others are not filled in, because it is not known yet whose they will be. */
export function anyChainForm(locale: Locale, actor: Member): Form {
  const words = peopleWords[locale]
  const form = chainForm(locale, [
    { kind: 'person', name: 'member', label: words.whose, value: actor.id },
    { kind: 'person', name: 'manager', label: words.manager, optional: true },
    { kind: 'person', name: 'backup', label: words.backup, optional: true },
  ])
  return { ...form, intro: words.managerIntro + words.between + words.keepEmpty }
}

export function chainCard(locale: Locale, { member, manager, backup }: Chain): Card {
  const words = peopleWords[locale]
  return {
    locale,
    tone: 'good',
    title: words.managerTitle,
    summary: words.managerSaved(member.name),
    blocks: [
      { kind: 'text', text: words.managerSaved(member.name) },
      {
        kind: 'facts',
        facts: [
          { label: words.manager, value: nameOf(manager, locale) },
          { label: words.backup, value: nameOf(backup, locale) },
        ],
      },
    ],
  }
}

export function adminsCard(locale: Locale, admins: readonly Member[]): Card {
  const words = peopleWords[locale]
  const names = admins.map((admin) => [mention(admin)])
  return {
    locale,
    title: words.adminTitle,
    summary: admins.length > 0 ? admins.map((admin) => admin.name).join(', ') : words.adminNone,
    blocks:
      names.length > 0
        ? [
            { kind: 'list', items: names },
            { kind: 'context', text: words.adminHow },
          ]
        : [{ kind: 'text', text: words.adminNone }],
  }
}

export function givingUpCard(locale: Locale): Card {
  const words = peopleWords[locale]
  const confirm = { title: words.giveUp, text: words.givingUp, yes: words.giveUp, no: words.keep }
  return {
    locale,
    tone: 'warning',
    summary: words.givingUp,
    blocks: [
      { kind: 'text', text: words.givingUp },
      { kind: 'buttons', buttons: [{ label: words.giveUp, action: 'ops.give-up-admin', style: 'danger', confirm }] },
    ],
  }
}

function chainForm(locale: Locale, fields: readonly Field[]): Form {
  const words = peopleWords[locale]
  return { locale, id: 'ops.manager', title: words.managerTitle, submit: words.save, intro: words.managerIntro, fields }
}

const nameOf = (member: Member | null, locale: Locale): Text =>
  member ? [mention(member)] : peopleWords[locale].nobody
const preset = (id: string | null): { value?: string } => (id ? { value: id } : {})
