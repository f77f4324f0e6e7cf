import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import type { Field } from '../../../chat/form.ts'
import { Control } from './control.tsx'
import { isSpread } from './pills.ts'
import { usePlay } from './play.ts'
import type { Filling } from './use-filling.ts'

/** What a control needs so that its label, hint and problem are read out with it. */
export type Labelled = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean | undefined }

const GROUPS: ReadonlySet<Field['kind']> = new Set(['choices', 'people', 'toggle'])

export function FieldView({ field, filling }: { field: Field; filling: Filling }) {
  const id = useId()
  const problem = filling.problems[field.name]
  const described = [field.hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ')
  const labelled: Labelled = {
    id,
    'aria-describedby': described || undefined,
    'aria-invalid': problem ? true : undefined,
  }
  const control = <Control field={field} filling={filling} labelled={labelled} />
  const isGroup = GROUPS.has(field.kind) || isSpread(field)

  return (
    <FieldFrame field={field} id={id} isGroup={isGroup} describedBy={labelled['aria-describedby']}>
      {field.hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {field.hint}
        </p>
      )}
      {control}
      {problem && (
        <p class="field-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </FieldFrame>
  )
}

type FrameProps = {
  field: Field
  id: string
  isGroup: boolean
  describedBy: string | undefined
  children: ComponentChildren
}

function FieldFrame({ field, id, isGroup, describedBy, children }: FrameProps) {
  const { words } = usePlay()
  const label = (
    <>
      {field.label}
      {field.optional && <span class="field-optional"> {words.optional}</span>}
    </>
  )
  if (isGroup) {
    return (
      <fieldset class="field" aria-describedby={describedBy}>
        <legend>{label}</legend>
        {children}
      </fieldset>
    )
  }
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children}
    </div>
  )
}
