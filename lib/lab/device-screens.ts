import { APPLICATION, PATH } from '@/lib/client/living-room-tv/application'
import { deviceScreen } from '@/lib/client/living-room-tv/screen'
import { readScreen } from '@/lib/user-agent/browser'
import type { DeviceScreen } from './contract'
import type { Host, Lab } from './lab'
import { clientEnvironment } from './parties'
import { newRecorder } from './recorder'

/** What the devices of this lab show beside Alice's browser: the real pages they make of what they were given. */
export async function readDeviceScreens(lab: Lab, host: Host): Promise<DeviceScreen[]> {
  const env = clientEnvironment(lab, host, {
    recorder: newRecorder(),
    stepped: true,
    fetch: () => Promise.reject(new Error('Looking at a screen sends nothing.')),
  })
  const response = await deviceScreen(env)
  if (!response) return []
  const url = `${lab.origins.client}${PATH}/`
  const screen = readScreen({
    page: { url, status: response.status, html: await response.text(), referrerPolicy: 'no-referrer' },
  })
  const name = lab.clients.find(({ client_id }) => client_id === APPLICATION)?.client_name ?? APPLICATION
  return screen ? [{ name, screen }] : []
}
