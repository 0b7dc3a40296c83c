import { type DragEvent, useId, useRef, useState } from 'react'
import { Button } from './button.tsx'
import { classes } from './classes.ts'
import field from './field.module.css'
import styles from './file-field.module.css'

interface FileFieldProps {
  readonly label: string
  readonly hint?: string
  readonly files: readonly File[]
  readonly onChange: (files: readonly File[]) => void
  readonly multiple?: boolean
  /** As the browser's own chooser takes it, such as `.csv,text/csv`. */
  readonly accept?: string
  readonly disabled?: boolean
  readonly error?: string | undefined
  readonly texts: {
    readonly choose: string
    readonly drop: string
    readonly chosen: string
    readonly remove: (name: string) => string
    readonly size: (bytes: number) => string
  }
}

/** Files by a button, which any keyboard presses, or dropped onto the field. */
export function FileField(props: FileFieldProps) {
  const { label, hint, files, onChange, multiple = false, accept, disabled = false, error, texts } = props
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const add = (more: FileList | null): void => {
    if (more === null || more.length === 0 || disabled) return
    const added = [...more]
    const names = new Set(added.map(file => file.name))
    onChange(multiple ? [...files.filter(file => !names.has(file.name)), ...added] : added.slice(0, 1))
  }
  const { over, ...drop } = useDrop(disabled, add)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be named by a hint too, and its legend breaks the box
    <div
      role="group"
      aria-labelledby={`${id}-label`}
      aria-describedby={[hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')}
      className={field.field}
    >
      <span className={field.label} id={`${id}-label`}>
        {label}
      </span>
      {hint === undefined ? null : (
        <span className={field.hint} id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {/* Dropping is a shortcut; the button does the same by any means. */}
      <div className={classes(styles.zone, over && styles.over)} {...drop}>
        <Button disabled={disabled} onPress={() => input.current?.click()}>
          {texts.choose}
        </Button>
        <span className={styles.drop}>{texts.drop}</span>
        <input
          ref={input}
          type="file"
          hidden
          multiple={multiple}
          {...(accept === undefined ? {} : { accept })}
          onChange={event => {
            add(event.target.files)
            // The same file may be chosen again after it was mended.
            event.target.value = ''
          }}
        />
      </div>
      {error === undefined ? null : (
        <span className={field.error} id={`${id}-error`}>
          {error}
        </span>
      )}
      <Chosen
        files={files}
        texts={texts}
        disabled={disabled}
        onRemove={file => onChange(files.filter(one => one !== file))}
      />
    </div>
  )
}

/** What a place needs to take files that are dragged onto it. */
function useDrop(disabled: boolean, add: (files: FileList) => void) {
  const [over, setOver] = useState(false)
  return {
    over,
    onDragOver: (event: DragEvent) => {
      event.preventDefault()
      setOver(!disabled)
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      add(event.dataTransfer.files)
    },
  }
}

interface ChosenProps extends Pick<FileFieldProps, 'files' | 'texts'> {
  readonly disabled: boolean
  readonly onRemove: (file: File) => void
}

function Chosen({ files, texts, disabled, onRemove }: ChosenProps) {
  if (files.length === 0) return null
  return (
    <ul className={styles.files} aria-label={texts.chosen}>
      {files.map(file => (
        <li key={file.name}>
          <span className={styles.name}>{file.name}</span>
          <span className={styles.size}>{texts.size(file.size)}</span>
          <Button
            look="quiet"
            disabled={disabled}
            label={texts.remove(file.name)}
            onPress={() => onRemove(file)}
          >
            ✕
          </Button>
        </li>
      ))}
    </ul>
  )
}
