import { useEffect, useRef, useState } from 'preact/hooks'
import { Dialog } from './dialog.tsx'
import { FieldView } from './field.tsx'
import { formLines } from './form-lines.ts'
import { goToProblem } from './go-to-problem.ts'
import { usePlay } from './play.ts'
import { TextView } from './text.tsx'
import type { Asking, Opened } from './use-asking.ts'
import { type Filling, useFilling } from './use-filling.ts'

export function FormDialog({ opened, asking }: { opened: Opened; asking: Asking }) {
  const { words } = usePlay()
  const { form } = opened
  const filling = useFilling(opened, { asking, words })
  const [isLeaving, setLeaving] = useState(false)
  const close = () => (filling.isTouched && !isLeaving ? setLeaving(true) : asking.closeForm())
  const body = useRef<HTMLFormElement>(null)
  const submit = async (event: Event) => {
    event.preventDefault()
    setLeaving(false)
    await filling.submit()
    goToProblem(body.current)
  }

  return (
    <Dialog title={form.title} onClose={close} onGone={asking.closeForm}>
      <form ref={body} class="form" noValidate onSubmit={submit} lang={form.locale} aria-busy={filling.isSending}>
        <div class="form-fields">
          {form.intro !== undefined && (
            <p class="form-intro">
              <TextView text={form.intro} />
            </p>
          )}
          <FormProblem filling={filling} />
          {formLines(form.fields).map((line) => (
            <div key={line[0]?.name} class="form-line">
              {line.map((field) => (
                <FieldView key={field.name} field={field} filling={filling} />
              ))}
            </div>
          ))}
        </div>
        {isLeaving ? (
          <LeaveBar onLeave={asking.closeForm} onStay={() => setLeaving(false)} />
        ) : (
          <footer class="dialog-foot">
            <button type="button" class="button" onClick={close}>
              {words.cancel}
            </button>
            <button type="submit" class="button primary" disabled={filling.isSending}>
              {filling.isSending ? words.sending : form.submit}
            </button>
          </footer>
        )}
      </form>
    </Dialog>
  )
}

function FormProblem({ filling }: { filling: Filling }) {
  const { words } = usePlay()
  const { problems } = filling
  const isMarked = Object.keys(problems).some((name) => name !== '')
  const said = problems[''] || (isMarked ? words.lookAgain : '')
  return <div role="alert">{said && <p class="form-problem">{said}</p>}</div>
}

function LeaveBar({ onLeave, onStay }: { onLeave: () => void; onStay: () => void }) {
  const { words } = usePlay()
  const stay = useRef<HTMLButtonElement>(null)
  useEffect(() => stay.current?.focus(), [])
  return (
    <footer class="dialog-foot is-leaving">
      <p role="alert">{words.discard}</p>
      <button type="button" class="button danger" onClick={onLeave}>
        {words.discardYes}
      </button>
      <button type="button" class="button primary" ref={stay} onClick={onStay}>
        {words.discardNo}
      </button>
    </footer>
  )
}
