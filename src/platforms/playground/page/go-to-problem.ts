/** Shows the first field that is marked as wrong, with what is said beneath it, and goes there. */
export function goToProblem(form: HTMLFormElement | null): void {
  const wrong = form?.querySelector<HTMLElement>('[aria-invalid="true"]')
  if (!wrong) return
  wrong.focus({ preventScroll: true })
  wrong.closest('.field')?.scrollIntoView({ block: 'nearest' })
}
