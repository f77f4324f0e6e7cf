import { type Html, html } from './html.ts'
import { htmlPage } from './html-page.ts'
import { pageWords } from './messages.ts'
import type { Sheet, SheetField } from './page.ts'
import { STYLE } from './style.ts'

/** A sheet as a whole HTML page. */
export function draw({ locale, title, paragraphs, items = [], form }: Sheet): string {
  const isWrong = form?.fields.some(({ error }) => error !== undefined)
  const body = html`${paragraphs.map((words) => html`<p>${words}</p>`)}
${items.length > 0 && html`<ul>${items.map((words) => html`<li>${words}</li>`)}</ul>`}
${isWrong && html`<p class="wrong" role="alert">${pageWords[locale].correct}</p>`}
${
  form &&
  html`<form method="post" accept-charset="utf-8"${form.fields.some(({ kind }) => kind === 'file') && html` enctype="multipart/form-data"`}>
${form.fields.map(drawField)}
<button>${form.submit}</button>
</form>`
}`
  return htmlPage({ locale, title, style: STYLE, body, isSecret: true })
}

function drawField(field: SheetField): Html {
  switch (field.kind) {
    case 'choice':
      return drawChoice(field)
    case 'text':
      return drawText(field)
    case 'file':
      return drawFile(field)
    case 'hidden':
      return html`<input type="hidden" name="${field.name}" value="${field.value}">`
  }
}

function drawChoice({ name, label, error, options, value }: SheetField & { kind: 'choice' }): Html {
  return html`<fieldset${described(name, error)}>
<legend>${label}</legend>
${problem(name, error)}
${options.map(
  (option) =>
    html`<label><input type="radio" name="${name}" value="${option.value}" required${
      option.value === value && html` checked`
    }> ${option.label}</label>`,
)}
</fieldset>`
}

function drawText({ name, label, error, maxLength, value }: SheetField & { kind: 'text' }): Html {
  // A browser drops the first line break after the tag.
  return html`<div>
<label for="${name}">${label}</label>
${problem(name, error)}
<textarea id="${name}" name="${name}" rows="6" maxlength="${maxLength}"${described(name, error)}>
${value ?? ''}</textarea>
</div>`
}

function drawFile({ name, label, error, accepts }: SheetField & { kind: 'file' }): Html {
  return html`<div>
<label for="${name}">${label}</label>
${problem(name, error)}
<input type="file" id="${name}" name="${name}" accept="${accepts}"${described(name, error)}>
</div>`
}

const described = (name: string, error?: string): Html =>
  error === undefined ? html`` : html` aria-invalid="true" aria-describedby="${name}-error"`

const problem = (name: string, error?: string): Html =>
  error === undefined ? html`` : html`<p class="wrong" id="${name}-error">${error}</p>`
