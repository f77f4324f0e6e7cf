import type { Flow } from '../../flow.ts'

/** What one folder adds to the flow's table of contents. */
export type Part = Partial<Pick<Flow, 'commands' | 'buttons' | 'asks' | 'forms' | 'timers' | 'pages'>>
