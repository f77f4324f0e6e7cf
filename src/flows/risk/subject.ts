import type { Subject } from '../../links/links.ts'
import { riskName } from './cards/lines.ts'
import { writeRisk } from './rules/reference.ts'
import type { Risk } from './store/risks.ts'

export const KIND = 'risk:'

export const subjectOf = ({ id }: Pick<Risk, 'id'>): string => KIND + id

/** As it is tied to something else. */
export const asSubject = (risk: Risk): Subject => ({
  ...{ subject: subjectOf(risk), reference: writeRisk(risk.number) },
  name: riskName(risk),
})
