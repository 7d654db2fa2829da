import { nextTick } from 'vue'

/** After a form was refused: what is wrong first comes into view, and the keyboard goes there when it is a field. */
export async function showFirstProblem(form: HTMLElement | null | undefined): Promise<void> {
  await nextTick()
  const first = form?.querySelector<HTMLElement>('[aria-invalid="true"], .field-error, [role="alert"]')
  first?.scrollIntoView({ block: 'center' })
  first?.focus()
}
