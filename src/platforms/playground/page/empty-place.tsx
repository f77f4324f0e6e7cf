import { DrumIcon } from './icons.tsx'
import { usePlay } from './play.ts'

const FIRST_COMMAND = '/standup new'
const DIRECT_COMMANDS = ['/standup new', '/ops upcoming', '/ops help']

/** Nothing here yet: what to do next, one press away. */
export function EmptyPlace({ fill }: { fill: (text: string) => void }) {
  const { place, words } = usePlay()
  const isChannel = place.kind === 'channel'
  const [before = '', after = ''] = words.emptyChannelHint.split(FIRST_COMMAND)

  return (
    <div class="empty">
      <span class="empty-mark">
        <DrumIcon />
      </span>
      <h2>{isChannel ? words.emptyChannel(place.name) : words.emptyDirect}</h2>
      {isChannel ? (
        <p>
          {before}
          <Try command={FIRST_COMMAND} fill={fill} />
          {after}
        </p>
      ) : (
        <>
          <p>{words.emptyDirectHint}</p>
          <p class="empty-tries">
            {DIRECT_COMMANDS.map((command) => (
              <Try key={command} command={command} fill={fill} />
            ))}
          </p>
        </>
      )}
    </div>
  )
}

function Try({ command, fill }: { command: string; fill: (text: string) => void }) {
  const { words } = usePlay()
  return (
    <button type="button" class="try" aria-label={words.trySuggestion(command)} onClick={() => fill(command)}>
      {command}
    </button>
  )
}
