/** The name its sessions go by. Its tokens are Photo Editor's: it is what Photo Editor shows in the browser. */
export const APPLICATION = 'storage-lab'
