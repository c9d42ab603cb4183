'use client'

import { useState } from 'react'
import { TabPanel, Tabs } from '@/components/ui/tabs'
import { readToken } from '@/lib/token-bench/read-token'
import { Decode } from './decode'
import { Forge } from './forge'
import { TokenSource } from './token-source'
import { useBench } from './use-bench'
import { useForge } from './use-forge'
import { useVerify } from './use-verify'
import { Verify } from './verify'

const TABS = [
  { id: 'decode', label: 'Decode' },
  { id: 'verify', label: 'Verify' },
  { id: 'forge', label: 'Forge' },
] as const

type Tab = (typeof TABS)[number]['id']

/** A token on the bench, and three separate things to do with it. */
export function TokenBench() {
  const bench = useBench()
  const [tab, setTab] = useState<Tab>('decode')
  const verification = useVerify(bench.lab)
  const forging = useForge(bench.lab)
  const read = readToken(bench.text)
  return (
    <>
      <TokenSource bench={bench} />
      <section aria-label="What to do with it" className="mt-6 rounded-lg border border-line bg-surface">
        <Tabs<Tab> label="Three separate things" group="bench" tabs={TABS} selected={tab} onSelect={setTab} />
        <TabPanel group="bench" id={tab} className="p-4 sm:p-5">
          {read.kind === 'nothing' && <p className="text-base text-muted">Pick or paste a token above.</p>}
          {read.kind === 'unreadable' && (
            <p role="alert" className="max-w-2xl text-base">
              {read.problem}
            </p>
          )}
          {(read.kind === 'jwt' || read.kind === 'opaque') && (
            <>
              {tab === 'decode' && <Decode read={read} />}
              {tab === 'verify' && <Verify read={read} lab={bench.lab} verification={verification} />}
              {tab === 'forge' && <Forge read={read} lab={bench.lab} forging={forging} />}
            </>
          )}
        </TabPanel>
      </section>
    </>
  )
}
