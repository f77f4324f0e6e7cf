import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { InstallationBroken } from '../../../src/errors.ts'
import { startFakeSlack } from '../../support/slack/fake-slack.ts'
import { post, type Served, serveSlack, until } from './served.ts'

let house: Served
beforeEach(async () => {
  house = await serveSlack()
})
afterEach(async () => {
  await house.close()
})

describe('trouble', () => {
  it('is none once Slack has told us who we are', async () => {
    await until(() => house.platform.linkTo(JSON.stringify({ channel: 'C', ts: '1.2' })) !== null)

    expect(await house.platform.trouble()).toBeNull()
  })

  it('is said in words while Slack cannot be reached, and ends by itself', async () => {
    const slack = await startFakeSlack()
    slack.fault('auth.test', { status: 503 })
    const shaky = await serveSlack({ slack })

    expect(await shaky.platform.trouble()).toMatch(/Slack (has not been|cannot be) reached/)
    await until(() => slack.calls('auth.test').length === 2)
    await until(() => shaky.platform.linkTo(JSON.stringify({ channel: 'C', ts: '1.2' })) !== null)
    expect(await shaky.platform.trouble()).toBeNull()
    await shaky.close()
  })

  it('names the setting when the token is refused', async () => {
    const slack = await startFakeSlack()
    slack.fault('auth.test', { error: 'invalid_auth', times: 9 })
    const refused = await serveSlack({ slack })

    await until(() => refused.log.join().includes('does not let us in'))

    expect(await refused.platform.trouble()).toContain('SLACK_BOT_TOKEN')
    await refused.close()
  })

  it('begins when a message is refused for our sake, and ends when Slack lets us in again', async () => {
    await until(() => house.platform.linkTo(JSON.stringify({ channel: 'C', ts: '1.2' })) !== null)
    house.slack.fault('chat.postMessage', { error: 'account_inactive' })

    await expect(house.platform.post(post())).rejects.toBeInstanceOf(InstallationBroken)

    expect(await house.platform.trouble()).toContain('account_inactive')
    await until(() => house.slack.calls('auth.test').length === 2)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await house.platform.trouble()).toBeNull()
  })
})
