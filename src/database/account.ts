import { spawnSync } from 'node:child_process'

const NOBODY = 65534

/** A command and its arguments as they are really run, and whose files they then make. */
export type Account = { uid: number | null; wrap(command: string, args: readonly string[]): [string, string[]] }

/**
 * PostgreSQL refuses to run as root. Where we are root it runs as `nobody`, with the one capability that lets it
 * reach a data folder below a closed home; no account has to be made on the machine.
 */
export function serverAccount(): Account {
  if (process.getuid?.() !== 0) return { uid: null, wrap: (command, args) => [command, [...args]] }

  const asNobody = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups']
  const reachingAll = [...asNobody, '--inh-caps=+dac_override', '--ambient-caps=+dac_override']
  const prefix = spawnSync('setpriv', [...reachingAll, 'true']).status === 0 ? reachingAll : asNobody
  return { uid: NOBODY, wrap: (command, args) => ['setpriv', [...prefix, command, ...args]] }
}
