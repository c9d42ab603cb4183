import { Page } from '@/components/ui/page'
import { TextLink } from '@/components/ui/text-link'

export function NotFound() {
  return (
    <Page title="There is no such page">
      <p className="mt-3 text-lg text-muted">
        The address may be mistyped, or the flow is not in this version. Choose one of the{' '}
        <TextLink href="/flows">flows that are here</TextLink>.
      </p>
    </Page>
  )
}
