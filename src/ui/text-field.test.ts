import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { ComboBox } from './combo-box.tsx'
import { TextField } from './text-field.tsx'

const nothing = () => undefined
const fields = {
  TextField: (value: string) =>
    createElement(TextField, { label: 'Syy', value, onChange: nothing, maxLength: 500 }),
  ComboBox: (value: string) =>
    createElement(ComboBox, {
      label: 'Nimi',
      value: { id: '', text: value },
      options: [],
      onType: nothing,
      onChoose: nothing,
      emptyText: '',
      openLabel: '',
      maxLength: 500,
    }),
}

describe.each(Object.entries(fields))('%s', (_name, field) => {
  test('holds all of a text that is too long, and tells how long it is and may be', () => {
    const text = 'x'.repeat(5000)
    const html = renderToStaticMarkup(field(text))
    expect(html).toContain(text)
    expect(html).toContain('5000 &gt; 500')
    expect(html).toContain('aria-invalid="true"')
    expect(html.toLowerCase()).not.toContain('maxlength')
  })

  test('counts characters as the interface does', () => {
    expect(renderToStaticMarkup(field('😀'.repeat(500)))).not.toContain('aria-invalid')
    expect(renderToStaticMarkup(field('😀'.repeat(501)))).toContain('501 &gt; 500')
  })
})
