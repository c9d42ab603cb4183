import type { CheckReport } from '@/lib/oauth/check'
import type { Report, SecretReport, StorageReport } from '@/lib/oauth/environment'

/** Collects what the parties report while one exchange is prepared, handled and settled. */
export interface Recorder {
  checks: CheckReport[]
  storage: StorageReport[]
  secrets: SecretReport[]
  /** What broke, if something did that is no rule of the protocol. */
  bug: { error: unknown } | null
}

export function newRecorder(): Recorder {
  return { checks: [], storage: [], secrets: [], bug: null }
}

export function reportTo(recorder: Recorder): (report: Report) => void {
  return (report) => {
    if (report.type === 'check') recorder.checks.push(report.check)
    else if (report.type === 'storage') recorder.storage.push(report.storage)
    else if (report.type === 'secret') recorder.secrets.push(report.secret)
    else recorder.bug = { error: report.error }
  }
}

/** A delivery that fails must leave what was prepared as it was. */
export function copyRecorder({ checks, storage, secrets, bug }: Recorder): Recorder {
  return {
    checks: [...checks],
    storage: [...storage],
    secrets: [...secrets],
    bug,
  }
}
