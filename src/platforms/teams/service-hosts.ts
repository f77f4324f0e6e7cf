import { isThisMachine } from '../../loopback.ts'

/** Where Microsoft's connectors are; a name stands for what ends with it too. */
const MICROSOFT = [
  'botframework.com',
  'trafficmanager.net',
  'teams.microsoft.com',
  'botframework.azure.us',
  'teams.microsoft.us',
]

/** Which addresses we write to: a forged one would be given what is meant for our people, and our token. */
export const allowed =
  ({ hosts, loopback }: { hosts: readonly string[]; loopback: boolean }) =>
  (serviceUrl: string): boolean => {
    if (!URL.canParse(serviceUrl)) return false
    const { protocol, hostname, host, username } = new URL(serviceUrl)
    if (username !== '') return false
    if (loopback) return isThisMachine(hostname)
    if (hosts.includes(host)) return protocol === 'https:' || isThisMachine(hostname)
    return protocol === 'https:' && MICROSOFT.some((name) => hostname === name || hostname.endsWith(`.${name}`))
  }
