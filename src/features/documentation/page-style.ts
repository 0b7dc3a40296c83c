import { Html } from './page-html.ts'

/** The page stands alone, without scripts and without the built web app, so its style is its own. */
export const style = new Html(`<style>
:root { color-scheme: light dark; --line: #c8cdd0; --soft: #f6f6f7; --link: #2a6ebb; --text: #292929; --page: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --line: #4d5357; --soft: #22262a; --link: #8fbdf0; --text: #eee; --page: #16191c; }
}
body { margin: 0 auto; max-width: 62rem; padding: 1.5rem; font: 1.0625rem/1.6 "Source Sans 3", system-ui, sans-serif;
  color: var(--text); background: var(--page); }
a { color: var(--link); } a[aria-current] { color: inherit; font-weight: 600; text-decoration: none; }
dd ul { margin: 0; padding-left: 1.25rem; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
h2 { margin-top: 3rem; border-bottom: 1px solid var(--line); }
h3 { margin: 2rem 0 0; font-size: 1.0625rem; overflow-wrap: anywhere; }
code { font: 0.9375em/1.5 ui-monospace, monospace; }
.method { display: inline-block; min-width: 4.2rem; font-weight: 700; }
dl { display: grid; grid-template-columns: minmax(8rem, 12rem) 1fr; gap: 0.25rem 1rem; }
dt { font-weight: 600; } dd { margin: 0; overflow-wrap: anywhere; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; list-style: none; padding: 0; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: 0.3rem 0.75rem 0.3rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: 0.5rem; } }
</style>`)
