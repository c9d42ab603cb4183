/**
 * The policy of the app's own pages (CSP level 3). React Flow positions its nodes with `style` attributes, hence
 * `style-src-attr`; development needs `eval` and a web socket for reloading.
 *
 * @param {string} nonce base64, fresh for every response
 * @param {{ dev: boolean, frames?: string[], framedBy?: string }} options frames: origins whose pages may stand in frames;
 *   framedBy: whose pages may frame this one (a source list); nobody by default, of both
 */
export function contentSecurityPolicy(nonce, { dev, frames = [], framedBy = "'none'" }) {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    `style-src 'self'${dev ? " 'unsafe-inline'" : ` 'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    "manifest-src 'self'",
    ...(frames.length > 0 ? [`frame-src ${frames.join(' ')}`] : []),
    "form-action 'self'",
    `frame-ancestors ${framedBy}`,
    "base-uri 'none'",
  ].join('; ')
}
