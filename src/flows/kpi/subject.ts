import type { Subject } from '../../links/links.ts'
import type { Kpi } from './store/kpis.ts'

export const KIND = 'kpi:'

export const subjectOf = ({ id }: Pick<Kpi, 'id'>): string => KIND + id

/** As it is tied to something else; its values come and go, so they are not in its name. */
export const asSubject = (kpi: Pick<Kpi, 'id' | 'key' | 'name'>): Subject => ({
  ...{ subject: subjectOf(kpi), reference: kpi.key },
  name: `${kpi.key} ${kpi.name}`,
})
