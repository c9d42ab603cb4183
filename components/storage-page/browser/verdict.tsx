import type { StorageFindings } from '@/lib/wire/storage-evidence'
import { laxByDefaultLeaked, thirdPartyKept, verdict } from './words'

/** What all of it comes to. */
export function Verdict({ found, crossSite }: { found: readonly StorageFindings[]; crossSite: boolean }) {
  return (
    <section aria-labelledby="verdict" className="mt-6 max-w-4xl rounded-lg border border-control bg-surface p-5">
      <h3 id="verdict" className="font-semibold text-lg">
        What this run found
      </h3>
      <ul className="mt-2 flex list-disc flex-col gap-2 pl-5">
        {verdict(found, crossSite).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {laxByDefaultLeaked(found, crossSite) && (
          <li className="text-muted">
            A cookie without SameSite went with the form of another site. Browsers that take a missing SameSite for Lax
            still let such a cookie go with a POST in its first two minutes, and these cookies were seconds old. Only a
            SameSite that is written out counts from the start.
          </li>
        )}
        {thirdPartyKept(found, crossSite) && (
          <li className="text-muted">
            Even a SameSite=None cookie stayed behind when the attacker’s page loaded a picture: this browser keeps
            third-party cookies back. It still sent it when a form or a link opened a page.
          </li>
        )}
      </ul>
    </section>
  )
}
