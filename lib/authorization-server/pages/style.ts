import { Html } from './html'

/** The pages' whole style: one narrow sheet of paper, light and dark, no script, no font, no picture to load. */
export const STYLE = new Html(`
:root { color-scheme: light dark; --canvas: #f7f8fa; --surface: #fff; --ink: #12161c; --muted: #4a5260;
  --line: #c4cad3; --control: #7b8494; --accent: #0f2c9c; --on-accent: #fff; --focus: #0b57d0;
  --warn-ink: #6a3500; --warn: #fbf0df; --bad-ink: #942411; --bad: #fdeae7; }
@media (prefers-color-scheme: dark) { :root { --canvas: #0f1318; --surface: #161b22; --ink: #eef2f7; --muted: #b4bdca;
  --line: #343d49; --control: #6f7b8b; --accent: #a3bdfb; --on-accent: #0d1638; --focus: #8ab4ff;
  --warn-ink: #ffd97a; --warn: #332808; --bad-ink: #ffb5a8; --bad: #3a1610; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.25rem; background: var(--canvas);
  color: var(--ink); font: 1rem/1.55 Inter, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; }
main { width: 100%; max-width: 26rem; padding: 2rem; background: var(--surface); border: 1px solid var(--line);
  border-radius: 14px; }
.brand { display: flex; align-items: center; gap: .55rem; margin: 0 0 1.5rem; color: var(--muted); font-size: .9rem; }
.brand svg { width: 1.35rem; height: 1.35rem; fill: var(--accent); }
h1 { margin: 0 0 .5rem; font-size: 1.4rem; line-height: 1.25; letter-spacing: -.01em; text-wrap: balance; }
p { margin: 0 0 1rem; } .quiet { color: var(--muted); font-size: .9rem; } strong { font-weight: 600; } h1 strong { font-weight: inherit; }
h1 + .problem { margin-top: 1rem; } ul { margin: 0; padding-left: 1.1rem; }
code { font: .875em ui-monospace, 'JetBrains Mono', Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.note { padding: .75rem 1rem; border-radius: 10px; background: var(--warn); color: var(--warn-ink); }
.problem { padding: .75rem 1rem; border-radius: 10px; background: var(--bad); color: var(--bad-ink); }
label { display: block; font-weight: 600; font-size: .9rem; }
label + input { margin-top: .3rem; }
input[type=text], input[type=password] { width: 100%; min-height: 2.9rem; margin-bottom: 1rem; padding: .5rem .8rem; font: inherit;
  color: inherit; background: var(--canvas); border: 1px solid var(--control); border-radius: 9px; }
fieldset { margin: 0 0 1.25rem; padding: 0; border: 0; } legend { padding: 0; font-weight: 600; font-size: .9rem; }
.choice { display: grid; grid-template-columns: auto 1fr; gap: 0 .75rem; align-items: start; padding: .75rem 0;
  border-bottom: 1px solid var(--line); font-weight: 400; font-size: 1rem; cursor: pointer; }
.choice input { width: 1.2rem; height: 1.2rem; margin: .2rem 0 0; accent-color: var(--accent); }
.code { font-size: 1.8rem; letter-spacing: .08em; }
.after { margin: 1.25rem 0 0; }
.choice code { grid-column: 2; color: var(--muted); }
.buttons { display: flex; gap: .75rem; }
button { flex: 1; min-height: 2.9rem; padding: .5rem 1rem; font: inherit; font-weight: 600; cursor: pointer; border-radius: 9px;
  color: var(--on-accent); background: var(--accent); border: 1px solid var(--accent); }
button.second { color: var(--ink); background: transparent; border-color: var(--control); }
a { color: var(--focus); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
@media (max-width: 30rem) { body { place-items: start center; padding: 0; background: var(--surface); }
  main { border: 0; padding: 1.5rem 1.25rem; } }
`)
