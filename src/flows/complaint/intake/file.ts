import type { Context } from '../../../flow.ts'
import type { Severity, Source, Type, Via } from '../rules/classes.ts'
import type { Complaint } from '../store/complaints.ts'

export type Filing = {
  customer: { name: string; contact?: string; locale?: string }
  what: string
  product?: string
  via: Via
  source: Source
  /** What a person decided; where it is absent the rules' suggestion counts. */
  severity?: Severity
  type?: Type
  confidential?: boolean
  /** Colleagues whom it is about. */
  namedIds?: readonly string[]
  evidence?: readonly string[]
  message?: { link?: string; author?: string; text: string }
}

/** Takes a complaint in: number, class, owner, clocks, card. */
export async function fileComplaint(_ctx: Context, _filing: Filing): Promise<Complaint> {
  throw new Error('Not built yet')
}
