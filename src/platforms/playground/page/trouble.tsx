import { CloseIcon } from './icons.tsx'
import { usePlay } from './play.ts'
import type { Asking } from './use-asking.ts'

/** What went wrong, above the message box until it is closed. */
export function Trouble({ asking, isReachable }: { asking: Asking; isReachable: boolean }) {
  const { words } = usePlay()
  const said = isReachable ? asking.trouble : words.unreachable
  return (
    <div class="trouble-place" role="alert">
      {said && (
        <p class="trouble">
          <span>{said}</span>
          {isReachable && (
            <button type="button" class="icon-button" aria-label={words.close} onClick={asking.dismiss}>
              <CloseIcon />
            </button>
          )}
        </p>
      )}
    </div>
  )
}
