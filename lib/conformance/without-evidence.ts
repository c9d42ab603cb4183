/** SHOULD rows that no test proves yet, and why. The list only gets shorter. */
export const WITHOUT_EVIDENCE: readonly { id: string; why: string }[] = [
  {
    id: 'OID-18',
    why: 'Every client of a lab belongs to one learner, who has to recognise Alice in all of them: subject_types_supported is public only.',
  },
]
