import { createHash } from 'node:crypto'
import { Html } from './html'

/** The application's whole style: its photos are the colour, everything around them keeps quiet. */
export const STYLE = new Html(`
:root { color-scheme: light dark; --canvas: #faf8f5; --surface: #fff; --ink: #1c1813; --muted: #62584c; --line: #e2dbd0;
  --control: #8a7d6d; --accent: #7a4100; --on-accent: #fff; --focus: #0b57d0; --bad: #fdeae7; --bad-ink: #942411; }
@media (prefers-color-scheme: dark) { :root { --canvas: #14110d; --surface: #1d1914; --ink: #f5f0e8; --muted: #beb2a2;
  --line: #39322a; --control: #857866; --accent: #ffbe7d; --on-accent: #311a00; --focus: #8ab4ff; --bad: #3a1610;
  --bad-ink: #ffb5a8; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--canvas); color: var(--ink);
  font: 1rem/1.55 Inter, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; }
header { display: flex; align-items: center; gap: .75rem; min-height: 4rem; padding: .6rem clamp(1.25rem, 4vw, 3rem);
  border-bottom: 1px solid var(--line); background: var(--surface); }
.brand { display: flex; align-items: center; gap: .6rem; margin-right: auto; color: inherit; font-weight: 650;
  letter-spacing: -.01em; text-decoration: none; }
.brand svg { width: 1.6rem; height: 1.6rem; fill: var(--accent); }
main { max-width: 68rem; margin: 0 auto; padding: clamp(2rem, 6vw, 4rem) clamp(1.25rem, 4vw, 3rem); }
h1 { margin: 0 0 .6rem; font-size: clamp(1.7rem, 4vw, 2.5rem); line-height: 1.15; letter-spacing: -.02em; text-wrap: balance; }
p { margin: 0 0 1rem; max-width: 38rem; } .lead { color: var(--muted); font-size: 1.125rem; } .quiet { color: var(--muted); font-size: .9rem; }
.problem { padding: .8rem 1rem; border-radius: 10px; background: var(--bad); color: var(--bad-ink); overflow-wrap: anywhere; }
code { font: .875em ui-monospace, 'JetBrains Mono', Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.actions { display: flex; flex-wrap: wrap; align-items: center; gap: .75rem 1.25rem; margin-top: 1.75rem; }
.action, button { display: inline-flex; align-items: center; min-height: 2.9rem; padding: .5rem 1.3rem; border: 1px solid var(--accent);
  border-radius: 10px; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; }
button { min-height: 2.5rem; padding: .35rem 1rem; background: transparent; color: var(--ink); border-color: var(--control); }
form { margin: 0; } .sign-in { display: grid; gap: .35rem; max-width: 22rem; margin: 1.5rem 0; }
.sign-in input { min-height: 2.9rem; margin-bottom: .6rem; padding: .4rem .8rem; border: 1px solid var(--control); border-radius: 10px;
  background: var(--surface); color: var(--ink); font: inherit; } a { color: var(--focus); } a.action { color: var(--on-accent); } a.brand { color: inherit; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
.photos { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(16rem, 100%), 1fr)); gap: 1.75rem 1.5rem; margin: 2.25rem 0 0;
  padding: 0; list-style: none; }
.photos svg, .strip svg { display: block; width: 100%; aspect-ratio: 4 / 3; border-radius: 12px; }
.photos figure { margin: 0; } figcaption { margin-top: .6rem; line-height: 1.35; }
figcaption strong { display: block; font-weight: 600; } figcaption span { color: var(--muted); font-size: .875rem; }
.user-code { margin: 1rem 0 1.5rem; font: 700 clamp(2.4rem, 9vw, 4.5rem)/1.1 ui-monospace, 'JetBrains Mono', Menlo, Consolas, monospace; letter-spacing: .06em; }
.strip { display: grid; grid-template-columns: repeat(3, 1fr); gap: 1rem; margin-top: 3rem; max-width: 44rem; }
.waiting { width: 3.25rem; height: 3.25rem; margin-bottom: 1.25rem; fill: none; stroke: var(--accent); stroke-width: 2; stroke-linecap: round; }
h2 { margin: 2.5rem 0 0; font-size: 1.3rem; } aside { max-width: 68rem; margin: 0 auto; padding: 0 clamp(1.25rem, 4vw, 3rem) 3rem; }
aside img { display: block; max-width: 100%; height: auto; border-radius: 8px; } aside p { margin-bottom: .4rem; }
@media (max-width: 30rem) { .strip { gap: .6rem; } .photos svg { border-radius: 10px; } }
`)

/** What allows it in a `Content-Security-Policy`. */
export const STYLE_SOURCE = `'sha256-${createHash('sha256').update(STYLE.text).digest('base64')}'`
