import { spawnSync } from 'node:child_process'
import { UserError } from '../errors.ts'

const NOBODY = 65534

/** A command and its arguments as they are really run, and whose files they then make. */
export type Account = { uid: number | null; wrap(command: string, args: readonly string[]): [string, string[]] }

/**
 * PostgreSQL refuses to run as root. Where we are root it runs as `nobody`, with the one capability that lets it
 * reach a data folder below a closed home; no account has to be made on the machine. Throws a UserError where root
 * cannot become anybody else.
 */
export function serverAccount(): Account {
  if (process.getuid?.() !== 0) return { uid: null, wrap: (command, args) => [command, [...args]] }

  const prefix = [REACHING_ALL, AS_NOBODY].find((flags) => spawnSync('setpriv', [...flags, 'true']).status === 0)
  if (!prefix) throw new UserError(NO_ORDINARY_USER)
  return { uid: NOBODY, wrap: (command, args) => ['setpriv', [...prefix, command, ...args]] }
}

const AS_NOBODY = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups']
// Without the secure bit, access(2) asks what the user may do and forgets the capability.
const REACHING_ALL = [
  ...AS_NOBODY,
  ...['--securebits=+no_setuid_fixup', '--inh-caps=+dac_override', '--ambient-caps=+dac_override'],
]

const NO_ORDINARY_USER =
  'The embedded PostgreSQL cannot run as root here. Start Drumbeat as an ordinary user, or set DATABASE_URL, for example postgresql://drumbeat:secret@localhost:5432/drumbeat'
