/** Whether a field says by itself that what stands in it cannot be stored. */
export function hasInvalid(form: HTMLFormElement): boolean {
  return form.querySelector('[aria-invalid="true"]') !== null
}

/** After a refused submit: the first field that keeps it from going, once its error has been drawn. */
export function focusFirstInvalid(form: HTMLFormElement): void {
  requestAnimationFrame(() => {
    form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  })
}
