/** SHOULD rows that no test proves yet, and why. The list only gets shorter. */
export const WITHOUT_EVIDENCE: readonly { id: string; why: string }[] = []
