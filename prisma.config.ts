import { defineConfig } from 'prisma/config'

// DATABASE_URL is needed for `prisma migrate deploy` and `prisma studio` only; Drumbeat itself migrates when it starts.
const url = process.env.DATABASE_URL

export default defineConfig({ schema: 'prisma', ...(url ? { datasource: { url } } : {}) })
