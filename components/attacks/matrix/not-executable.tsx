/** What no lab of this app can carry out, said where somebody might look for it. */
export function NotExecutable() {
  return (
    <section aria-labelledby="not-executable" className="mt-8 max-w-3xl border-line border-t pt-5">
      <h2 id="not-executable" className="font-semibold text-lg">
        What cannot be executed here
      </h2>
      <p className="mt-1 text-muted">
        Interception of TLS, certificate fraud, DNS, reading keys out of hardware, and side channels. An operating
        system that hands a redirect to the wrong app is modelled as a declared leak. So is the judgement of people:
        where Alice is lured, she signs in and approves as the script says.
      </p>
    </section>
  )
}
