import type { A } from '../ops/flow.ts'
import { b } from '../ops/store.ts'
import { Worker } from 'bullmq'
if (ctx.platform === 'x') {}
