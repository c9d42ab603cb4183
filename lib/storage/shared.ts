/** One resource for several users: made for the first of them, closed with the last. */
export class Shared<Resource> {
  #resource: Resource | undefined
  #users = 0

  constructor(
    private readonly make: () => Resource,
    private readonly close: (resource: Resource) => Promise<void>,
  ) {}

  take(): Resource {
    this.#resource ??= this.make()
    this.#users += 1
    return this.#resource
  }

  async release(resource: Resource): Promise<void> {
    this.#users -= 1
    if (this.#users > 0) return
    this.#resource = undefined
    await this.close(resource)
  }
}
