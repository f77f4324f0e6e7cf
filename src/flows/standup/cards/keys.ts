/** The outbox keys of what is said about a run. */
export const cardKey = (runId: string): string => `standup/run/${runId}/card`
export const askKey = (runId: string, memberId: string): string => `standup/run/${runId}/ask/${memberId}`
export const remindKey = (runId: string, memberId: string): string => `standup/run/${runId}/remind/${memberId}`

/** The first page is the digest itself. */
export const digestKey = (runId: string, page = 1): string =>
  page === 1 ? `standup/run/${runId}/digest` : `standup/run/${runId}/digest/${page}`
