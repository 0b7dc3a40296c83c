import { useState } from 'react'

export type Form = 'picture' | 'table'
const key = 'plan-timeline'

/** Picture or table, as the reader chose the last time in this browser. */
export function useForm(): readonly [Form, (form: Form) => void] {
  const [form, setForm] = useState<Form>(remembered)
  const choose = (chosen: Form): void => {
    setForm(chosen)
    try {
      localStorage.setItem(key, chosen)
    } catch {
      // A browser that keeps nothing shows the picture again the next time.
    }
  }
  return [form, choose]
}

function remembered(): Form {
  try {
    return localStorage.getItem(key) === 'table' ? 'table' : 'picture'
  } catch {
    return 'picture'
  }
}
