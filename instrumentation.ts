/** Called by Next once, when the server process starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startListeners } = await import('./lib/server/listeners')
  await startListeners()
}
