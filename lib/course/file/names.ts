/** The names a lesson can use in this version of Grant Lab. Plain data. */
export interface LessonNames {
  flows: readonly FlowNames[]
  checks: readonly string[]
  attacks: readonly AttackNames[]
  presets: readonly string[]
  /** The lab's switches with what each takes; null: any number. */
  switches: Readonly<Record<string, readonly (string | number | boolean)[] | null>>
}

export interface FlowNames {
  slug: string
  title: string
  steps: readonly string[]
  options: readonly { name: string; values: readonly string[] }[]
}

export interface AttackNames {
  slug: string
  title: string
  grants: readonly { slug: string; cases: readonly string[] }[]
}
