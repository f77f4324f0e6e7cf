import type { Flow } from './flow.ts'
import { alert } from './flows/alert/flow.ts'
import { complaint } from './flows/complaint/flow.ts'
import { escalation } from './flows/escalation/flow.ts'
import { kpi } from './flows/kpi/flow.ts'
import { okr } from './flows/okr/flow.ts'
import { ops } from './flows/ops/flow.ts'
import { report } from './flows/report/flow.ts'
import { risk } from './flows/risk/flow.ts'
import { standup } from './flows/standup/flow.ts'

/** The list of features: a new one is a folder and a line here. */
export const flows: readonly Flow[] = [standup, complaint, okr, risk, alert, kpi, escalation, report, ops]
