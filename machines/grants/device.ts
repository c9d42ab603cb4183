import { both, grant } from '../kit/entry'
import { tokenFormat } from '../kit/options'

export const deviceGrant = grant({
  slug: 'device',
  title: 'Device authorization',
  summary: 'A television gets access to Alice’s photos, and she decides on her phone.',
  load: () =>
    both(
      import('./device.machine').then(({ deviceMachine }) => deviceMachine),
      import('@/lib/lessons/device').then(({ deviceLesson }) => deviceLesson),
    ),
  client: 'living-room-tv',
  options: [tokenFormat],
  preset: 'bcp',
  rfc: 'rfc8628-3.1',
  status: 'care',
  statusCite: 'rfc10027-6.1',
  group: 'devices',
  holds: {
    user: ['password'],
    browser: ['password', 'session_cookie'],
    client: ['device_code', 'access_token', 'refresh_token'],
    'authorization-server': ['device_code', 'access_token', 'refresh_token', 'password', 'session_cookie'],
    'resource-server': ['access_token'],
  },
})
