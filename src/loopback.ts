/** As a URL or a `Host` header names this machine to itself. */
const NAMES = ['localhost', '127.0.0.1', '[::1]']

export const isThisMachine = (hostname: string): boolean => NAMES.includes(hostname)
