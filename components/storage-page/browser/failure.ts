/** A probe could not be carried out; that says nothing about any storage. The message says what to do. */
export class ProbeFailure extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ProbeFailure'
  }
}
