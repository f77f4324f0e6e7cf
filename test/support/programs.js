import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The path of the redis-server on this machine, or null. */
export const findRedisServer = () => find('redis-server')

/** The path of Chromium: CHROMIUM_PATH, or one of its usual names; null where there is none. */
export const findChromium = () =>
  process.env.CHROMIUM_PATH || find('chromium') || find('google-chrome') || find('chromium-browser')

/**
 * @param {string} name
 * @returns {string | null}
 */
function find(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return folders.map((folder) => join(folder, name)).find(isProgram) ?? null
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
