import { defineConfig } from 'vitest/config'

/** Not among the others: it fetches Microsoft's Agents Playground, which is not ours to bring along. */
export default defineConfig({
  test: { include: ['test/teams-playground/*.talk.ts'], testTimeout: 180_000, hookTimeout: 180_000 },
})
