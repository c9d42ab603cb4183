import { Page } from '@/components/ui/page'
import { TextLink } from '@/components/ui/text-link'

/** The address names a lesson that was begun in another browser, or long ago. */
export function NotKept() {
  return (
    <Page
      title="This lesson is not in this browser"
      lead={
        <>
          Open its link again, or <TextLink href="/lessons">its file</TextLink>. What you did in it is remembered.
        </>
      }
      width="text"
    />
  )
}
