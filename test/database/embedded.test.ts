import { spawnSync } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { startEmbedded } from '../../src/database/embedded.ts'
import { migrate } from '../../src/database/migrate.ts'
import { openDatabase } from '../../src/database/open.ts'
import { testFolder } from '../support/test-folder.ts'

it('keeps its data from one start to the next and leaves no server behind', async () => {
  const folder = await testFolder('embedded')
  const first = await startEmbedded(folder)
  await migrate(first.url)
  const db = openDatabase(first.url)
  await db.workspace.create({ data: { name: 'Acme' } })
  await db.$disconnect()
  await first.stop()

  const second = await startEmbedded(folder)
  const again = openDatabase(second.url)
  const names = (await again.workspace.findMany()).map((workspace) => workspace.name)
  const migratedAgain = await migrate(second.url)
  await again.$disconnect()
  await second.stop()

  expect(names).toEqual(['Acme'])
  expect(migratedAgain).toEqual([])
  expect(second.takenOver).toBe(false)
  expect(spawnSync('pgrep', ['-f', folder]).stdout.toString()).toBe('')
  await rm(folder, { recursive: true, force: true })
})

it('says who is in the way when two start on one folder', async () => {
  const folder = await testFolder('embedded')
  const first = await startEmbedded(folder)

  await expect(startEmbedded(folder)).rejects.toThrow('Another Drumbeat is running')

  await first.stop()
  await rm(folder, { recursive: true, force: true })
})
