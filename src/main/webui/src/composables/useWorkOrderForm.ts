import { computed, reactive, ref } from 'vue'
import { ProblemError } from '@/api/http'
import type { LeaveMessage, WorkOrder } from '@/api/types'
import { texts } from '@/messages'
import { normalPhone } from './phone'
import { uuid } from './storage'
import { countCodePoints, tidy } from './text'

export const LONGEST_DESCRIPTION = 2000
export const LONGEST_CONTACT = 60

const FIELDS = ['kind', 'description', 'contact', 'phone'] as const
export type Field = (typeof FIELDS)[number]
/** The service takes a message without them; the page asks whom to call back. */
export type WrittenMessage = LeaveMessage & { contact: string; phone: string }
export type FieldErrors = Partial<Record<Field, string>>

/** What is wrong with the form before anybody is asked; empty when nothing is. */
export function fieldErrors(form: WrittenMessage): FieldErrors {
  const errors: FieldErrors = {}
  if (form.description === '') {
    errors.description = texts.form.missingDescription
  } else if (countCodePoints(form.description) > LONGEST_DESCRIPTION) {
    errors.description = texts.form.longDescription(LONGEST_DESCRIPTION)
  }
  if (form.contact === '') {
    errors.contact = texts.form.missingContact
  } else if (countCodePoints(form.contact) > LONGEST_CONTACT) {
    errors.contact = texts.form.longContact(LONGEST_CONTACT)
  }
  if (form.phone === '') {
    errors.phone = texts.form.missingPhone
  } else if (normalPhone(form.phone) === null) {
    errors.phone = texts.form.wrongPhone
  }
  return errors
}

/** A message left for a department: filled in, checked, filed once, kept when filing fails. */
export function useWorkOrderForm(file: (form: LeaveMessage, idempotencyKey: string) => Promise<WorkOrder>) {
  const form = reactive<WrittenMessage>({ kind: 'CONSULT', description: '', contact: '', phone: '' })
  const errors = ref<FieldErrors>({})
  const failure = ref('')
  const submitting = ref(false)
  const filed = ref<WorkOrder | null>(null)
  let last: { body: string; key: string } | null = null

  function written(): WrittenMessage {
    return { kind: form.kind, description: tidy(form.description), contact: tidy(form.contact), phone: form.phone.trim() }
  }

  /**
   * An error that stands goes as soon as it is mended. New ones come with submitting only: if they came on leaving a field, the
   * form would grow under the finger that presses the button.
   */
  function check(field: Field) {
    if (errors.value[field]) {
      errors.value = { ...errors.value, [field]: fieldErrors(written())[field] }
    }
  }

  /** @return whether it was filed */
  async function submit(): Promise<boolean> {
    if (submitting.value) {
      return false
    }
    failure.value = ''
    errors.value = fieldErrors(written())
    if (Object.keys(errors.value).length > 0) {
      return false
    }
    const body = { ...written(), phone: normalPhone(form.phone) ?? form.phone }
    submitting.value = true
    try {
      filed.value = await file(body, keyOf(body))
      last = null
      return true
    } catch (error) {
      explain(error)
      return false
    } finally {
      submitting.value = false
    }
  }

  /** The same key as long as the words are the same, so that a lost answer does not make two orders. */
  function keyOf(body: LeaveMessage): string {
    const text = JSON.stringify(body)
    if (last?.body !== text) {
      last = { body: text, key: uuid() }
    }
    return last.key
  }

  function explain(error: unknown) {
    if (!(error instanceof ProblemError)) {
      failure.value = texts.problem.unreachable
      return
    }
    for (const { field, message } of error.errors) {
      const name = FIELDS.find((one) => one === field.split('.').pop())
      if (name) {
        errors.value = { ...errors.value, [name]: message }
      }
    }
    if (!FIELDS.some((field) => errors.value[field])) {
      failure.value = error.detail
    }
  }

  function another() {
    filed.value = null
    form.description = ''
    errors.value = {}
  }

  return {
    form,
    errors,
    errorCount: computed(() => FIELDS.filter((field) => errors.value[field]).length),
    failure,
    submitting,
    filed,
    check,
    submit,
    another,
  }
}

export type WorkOrderForm = ReturnType<typeof useWorkOrderForm>
