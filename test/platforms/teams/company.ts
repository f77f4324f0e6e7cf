import { expect } from 'vitest'
import { flows } from '../../../src/flows.ts'
import { createTeams } from '../../../src/platforms/teams/platform.ts'
import { startWeb } from '../../../src/web.ts'
import { openHouse } from '../../support/house.ts'
import { startFakeTeams, TENANT } from '../../support/teams/fake-teams.ts'
import { unhurried } from '../../support/teams/unhurried.ts'
import { teamsPerson } from '../contract/teams-person.ts'

/** A Monday, 08:00 in Berlin. */
const MONDAY = '2026-03-02T07:00:00Z'

export type Company = Awaited<ReturnType<typeof openCompany>>

/** The whole product but for its workers, and a made-up company on Teams: Mira is its first administrator. */
export async function openCompany() {
  const teams = await startFakeTeams()
  teams.addUser('29:mira', { name: 'Mira Falkenrath' })
  teams.addUser('29:mei', { name: '陈梅', locale: 'zh-CN', timeZone: 'Asia/Shanghai' })
  const general = teams.addRoom('general').id
  const house = await openHouse({ flows, now: MONDAY, people: [], channels: [] })
  const { db, world } = house
  const options = {
    app: null,
    tenantId: TENANT,
    serviceHosts: [],
    admin: 'aad-mira@acme.example',
    pace: unhurried(),
    dialogs: true,
  }
  const platform = createTeams({ ...options, db, site: () => world.site, log: world.log })
  Object.assign(world, { platforms: new Map([['teams', platform]]) })
  const web = await startWeb(world, { host: '127.0.0.1', port: 0, devClock: false })
  world.site = `http://127.0.0.1:${web.port}`
  teams.deliverTo(world.site)
  /** Somebody whose room is this one. */
  const person = (user: string, room = general) => {
    const locale = teams.users.get(user)?.locale === 'zh-CN' ? ('zh-CN' as const) : ('en' as const)
    return teamsPerson(teams, { user, ours: '', locale, room, wasPosted: () => true })
  }
  const [mira, mei] = [person('29:mira'), person('29:mei')]
  for (const user of ['29:mira', '29:mei']) await teams.deliver(user, { type: 'installationUpdate', action: 'add' })
  for (const each of [mira, mei]) await each.command('ops help', 'room')
  return {
    ...{ teams, house, general, mira, mei, person, platform },
    close: async () => {
      expect(teams.problems).toEqual([])
      await platform.close()
      await web.stop()
      await house.close()
      await teams.close()
    },
  }
}
