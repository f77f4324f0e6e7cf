import type { Which } from '../../../escalation/store/escalations.ts'
import type { Clock } from './store/clocks.ts'

/** The escalation of a clock's breach. */
export const walkAbout = ({ complaintId, kind, round }: Pick<Clock, 'complaintId' | 'kind' | 'round'>): Which => ({
  flow: 'complaint',
  subject: `${complaintId}/${kind}/${round}`,
})
