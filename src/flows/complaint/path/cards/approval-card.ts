import type { Block, Card } from '../../../../chat/card.ts'
import type { Locale } from '../../../../chat/locale.ts'
import { classNames } from '../../messages/classes.ts'
import { writeReference } from '../../rules/reference.ts'
import type { Complaint } from '../../store/complaints.ts'
import { approvalWords } from '../messages/approval.ts'
import type { Proposal } from '../store/proposals.ts'

type Question = { complaint: Complaint; proposal: Proposal; proposer: string }

/** For whoever is asked; with an outcome there is nothing to press any more. */
export function approvalCard(locale: Locale, question: Question, outcome: string | null): Card {
  const words = approvalWords[locale]
  const { complaint, proposal, proposer } = question
  const title = words.title(writeReference(complaint.number))
  return {
    locale,
    title,
    summary: outcome ? `${title}: ${outcome}` : title,
    tone: outcome ? 'plain' : 'warning',
    blocks: [
      { kind: 'text', text: outcome ?? words.asks(proposer) },
      { kind: 'facts', facts: factsOf(locale, complaint) },
      { kind: 'text', style: 'heading', text: words.what },
      { kind: 'text', style: 'quote', text: complaint.what },
      ...causeOf(locale, complaint),
      { kind: 'text', style: 'heading', text: words.resolution },
      { kind: 'text', style: 'quote', text: proposal.text },
      buttonsFor(locale, { complaint, proposal }, outcome),
    ],
  }
}

function factsOf(locale: Locale, { severity, type, customer }: Complaint) {
  const words = approvalWords[locale]
  const names = classNames[locale]
  return [
    { label: words.severity, value: `${names.severity[severity]} · ${names.type[type]}` },
    { label: words.customer, value: customer.name },
  ]
}

function causeOf(locale: Locale, { rootCause }: Complaint): Block[] {
  if (!rootCause) return []
  const heading = { kind: 'text', style: 'heading', text: approvalWords[locale].cause } as const
  return [heading, { kind: 'text', style: 'quote', text: rootCause }]
}

function buttonsFor(
  locale: Locale,
  { complaint, proposal }: Omit<Question, 'proposer'>,
  outcome: string | null,
): Block {
  const words = approvalWords[locale]
  const show = { label: words.show, action: 'complaint.show', value: complaint.id }
  if (outcome) return { kind: 'buttons', buttons: [show] }
  const value = `${complaint.id} ${proposal.id}`
  return {
    kind: 'buttons',
    buttons: [
      { label: words.approve, action: 'complaint.approve', value, style: 'primary' },
      { label: words.reject, action: 'complaint.reject', value, style: 'danger' },
      show,
    ],
  }
}
