import { Component, type ReactNode } from 'react'
import { useTexts } from '../../platform/web/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { texts } from './texts.ts'

/** Catches what a page throws while drawing, or a page's code that no longer exists after an update. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true }
  }

  override render(): ReactNode {
    return this.state.broken ? <BrokenPage /> : this.props.children
  }
}

function BrokenPage() {
  const t = useTexts(texts)
  return (
    <Page title={t('broken.title')} lead={t('broken.text')} width="reading">
      <Button look="primary" onPress={() => window.location.reload()}>
        {t('broken.reload')}
      </Button>
    </Page>
  )
}
