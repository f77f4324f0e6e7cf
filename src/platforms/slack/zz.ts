import { b } from '../../flows/ops/flow.ts'
import { q } from '../../queue/queue.ts'
import { p } from '../playground/page/main.tsx'
process.env.X
