import { useState } from 'preact/hooks'
import type { Button } from '../../../chat/card.ts'
import type { MessageSeen } from '../wire.ts'
import { Dialog } from './dialog.tsx'
import { usePlay } from './play.ts'

type Confirm = NonNullable<Button['confirm']>

export function Buttons({ buttons, message }: { buttons: readonly Button[]; message: MessageSeen }) {
  return (
    <div class="buttons">
      {buttons.map((button, index) => (
        <PressButton key={`${button.action} ${button.value} ${index}`} button={button} message={message} />
      ))}
    </div>
  )
}

function PressButton({ button, message }: { button: Button; message: MessageSeen }) {
  const { ask, place } = usePlay()
  const [isPressed, setPressed] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const press = async () => {
    setAsked(false)
    setPressed(true)
    const { action, value = '' } = button
    await ask({ to: 'press', channel: place.channel, message: message.id, button: action, value })
    setPressed(false)
  }

  return (
    <>
      <button
        type="button"
        class={`button ${button.style ?? ''}`}
        disabled={isPressed}
        aria-busy={isPressed}
        onClick={() => (button.confirm ? setAsked(true) : press())}
      >
        {button.label}
      </button>
      {isAsked && button.confirm && (
        <ConfirmDialog confirm={button.confirm} style={button.style} onYes={press} onNo={() => setAsked(false)} />
      )}
    </>
  )
}

type Asking = { confirm: Confirm; style: Button['style']; onYes: () => void; onNo: () => void }

function ConfirmDialog({ confirm, style, onYes, onNo }: Asking) {
  return (
    <Dialog title={confirm.title} onClose={onNo}>
      <p class="dialog-text">{confirm.text}</p>
      <footer class="dialog-foot">
        <button type="button" class="button" data-first onClick={onNo}>
          {confirm.no}
        </button>
        <button type="button" class={`button ${style ?? 'primary'}`} onClick={onYes}>
          {confirm.yes}
        </button>
      </footer>
    </Dialog>
  )
}
