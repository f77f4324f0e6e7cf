import type { CommandLine } from '../../../chat/command-line.ts'
import { isNobody, mentionedIn } from './people.ts'

/** What is absent stays as it is, without `member` it is about the asker; null is nobody. */
export type Wanted = { member?: string; manager?: string | null; backup?: string | null }

/** `@boss`, `@mei @boss`, `none`, `@mei none`, and `manager:` and `backup:` by name; null when it is anything else. */
export function wantedIn({ words, people, options }: CommandLine): Wanted | null {
  const manager = named(words[0] ?? options.manager ?? options.上级)
  const backup = named(options.backup ?? options.备岗)
  if (!manager || !backup || words.length > 1) return null

  const mentioned = managerAmong(besides(people, options), manager)
  return mentioned && { ...mentioned, ...('id' in backup && { backup: backup.id }) }
}

/** Those mentioned by themselves; the line counts those in options too. */
function besides(people: readonly string[], options: CommandLine['options']): readonly string[] {
  const left = [...people]
  for (const option of Object.values(options)) {
    const at = left.lastIndexOf(mentionedIn(option) ?? '')
    if (at >= 0) left.splice(at, 1)
  }
  return left
}

type Named = { id?: string | null }

/** The last one mentioned is the manager, unless the manager is named otherwise. */
function managerAmong(people: readonly string[], { id }: Named): Wanted | null {
  const [manager = id, member, ...more] = id === undefined ? [...people].reverse() : [id, ...people]
  if (more.length > 0) return null
  return { ...(member && { member }), ...(manager !== undefined && { manager }) }
}

function named(option: string | undefined): Named | null {
  if (option === undefined) return {}
  if (isNobody(option)) return { id: null }
  const id = mentionedIn(option)
  return id ? { id } : null
}
