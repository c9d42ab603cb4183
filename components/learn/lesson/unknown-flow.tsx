import { Page } from '@/components/ui/page'
import { TextLink } from '@/components/ui/text-link'

/** A lesson of a file may name a flow that only another version has. */
export function UnknownFlow({ flow }: { flow: string }) {
  return (
    <Page
      title="This flow is not here"
      lead={
        <>
          The lesson is about the flow “{flow.slice(0, 60)}”, which this version of Grant Lab does not have.{' '}
          <TextLink href="/learn">See the lessons it has</TextLink>.
        </>
      }
      width="text"
    />
  )
}
