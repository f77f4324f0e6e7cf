import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { playgroundClient } from '../support/playground-client.ts'
import { endLeftServer, isAlive, type Product, startProduct } from '../support/product.ts'
import { testFolder } from '../support/test-folder.ts'

const serverOf = async (dataDir: string) =>
  Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])

describe('the started product', () => {
  let dataDir: string
  const running: Product[] = []
  const start = async (env: Record<string, string> = {}) => {
    const product = await startProduct({ DATA_DIR: dataDir, ...env })
    running.push(product)
    return product
  }

  beforeEach(async () => {
    dataDir = await testFolder('whole')
  })
  afterEach(async () => {
    for (const product of running.splice(0)) await product.end('SIGKILL')
    await endLeftServer(dataDir)
    await rm(dataDir, { recursive: true, force: true })
  })

  it.each(['SIGTERM', 'SIGINT'] as const)('ends with code 0 and leaves no process behind on %s', async (signal) => {
    const product = await start()
    const server = await serverOf(dataDir)
    const ready = await fetch(`${product.url}/readyz`)

    const code = await product.end(signal)

    expect(ready.status).toBe(200)
    expect(code).toBe(0)
    expect(await isAlive(server)).toBe(false)
  })

  it('keeps what was said from one start to the next', async () => {
    const first = await start()
    await playgroundClient(() => first.url)
      .as('mira')
      .message('help', 'a')
    await expect
      .poll(
        async () =>
          (
            await playgroundClient(() => first.url)
              .as('mira')
              .direct()
          ).length,
      )
      .toBe(1)
    await first.end('SIGTERM')

    const second = await start()

    expect(
      await playgroundClient(() => second.url)
        .as('mira')
        .direct(),
    ).toHaveLength(1)
  })

  it('takes over the server that a killed process left behind, and says so', async () => {
    const first = await start()
    await first.end('SIGKILL')
    const left = await serverOf(dataDir)

    const second = await start()
    const ready = await fetch(`${second.url}/readyz`)

    expect(await isAlive(left)).toBe(true)
    expect(second.output()).toContain('Took over the embedded PostgreSQL')
    expect(ready.status).toBe(200)
    expect(await second.end('SIGTERM')).toBe(0)
    expect(await isAlive(left)).toBe(false)
  })

  it('says who is in the way when the folder is in use, and leaves the other alone', async () => {
    const first = await start()

    await expect(start()).rejects.toThrow('Another Drumbeat is running')

    expect((await fetch(`${first.url}/readyz`)).status).toBe(200)
  })

  it('says which port is taken and leaves no server behind', async () => {
    const first = await start()
    const other = `${dataDir}-other`

    await expect(start({ DATA_DIR: other, PORT: new URL(first.url).port })).rejects.toThrow(/Port \d+ is taken/)

    await expect(serverOf(other)).rejects.toThrow('ENOENT')
    await rm(other, { recursive: true, force: true })
  })

  it('runs side by side with another one', async () => {
    const other = `${dataDir}-other`
    const [one, two] = await Promise.all([start(), start({ DATA_DIR: other })])

    const states = await Promise.all([one, two].map(async ({ url }) => (await fetch(`${url}/readyz`)).status))

    expect(states).toEqual([200, 200])
    await two.end('SIGTERM')
    await rm(other, { recursive: true, force: true })
  })

  it('says every problem of the environment in a line and ends with code 1', async () => {
    const problems = await start({ PORT: 'lots', ROLE: 'boss', SLACK_APP_TOKEN: 'xapp-1' }).catch(
      (error) => error.message,
    )

    expect(problems).toContain('ended with 1')
    for (const variable of ['ROLE', 'PORT', 'SLACK_BOT_TOKEN'])
      expect(problems).toMatch(new RegExp(`${variable} (must|is)`))
  })
})
