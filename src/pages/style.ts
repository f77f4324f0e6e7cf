import { createHash } from 'node:crypto'

/** How the pages look: narrow and wide, light and dark, without anything to fetch. */
export const STYLE = `
:root { color-scheme: light dark; --paper: #fff; --ground: #f3f5f7; --ink: #1b2430; --line: #8a94a3; --act: #0b5cad; --on-act: #fff; --wrong: #b3261e }
@media (prefers-color-scheme: dark) {
  :root { --paper: #1b2129; --ground: #12161b; --ink: #e7ebf0; --line: #7d8896; --act: #8ec1ff; --on-act: #0b1a2b; --wrong: #ff9d94 }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1.0625rem/1.6 system-ui, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif }
main { max-width: 38rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; background: var(--paper); min-height: 100vh }
@media (min-width: 44rem) { main { margin: 3rem auto; padding: 2.5rem 3rem; border-radius: .75rem; min-height: 0 } }
h1 { margin: 0 0 1rem; font-size: 1.5rem; line-height: 1.3; text-wrap: balance }
p { margin: 0 0 1rem; overflow-wrap: anywhere }
fieldset, form > div { border: 0; margin: 0 0 1.5rem; padding: 0; min-width: 0 }
legend, div > label { display: block; padding: 0; margin-bottom: .5rem; font-weight: 600 }
fieldset label { display: flex; align-items: center; gap: .75rem; padding: .6rem .9rem; margin-bottom: .5rem; border: 1px solid var(--line); border-radius: .5rem; cursor: pointer }
fieldset label:has(:checked) { border-color: var(--act); box-shadow: inset 0 0 0 1px var(--act) }
input { width: 1.25rem; height: 1.25rem; margin: 0; flex: none; accent-color: var(--act) }
input[type=file] { width: 100%; height: auto; font: inherit }
ul { margin: 0 0 1.5rem; padding-left: 1.25rem; overflow-wrap: anywhere }
textarea { display: block; width: 100%; padding: .6rem .75rem; border: 1px solid var(--line); border-radius: .5rem; background: transparent; color: inherit; font: inherit; resize: vertical }
button { width: 100%; padding: .75rem 1.5rem; border: 0; border-radius: .5rem; background: var(--act); color: var(--on-act); font: inherit; font-weight: 600; cursor: pointer }
@media (min-width: 44rem) { button { width: auto } }
.wrong { color: var(--wrong); font-weight: 600 }
textarea:focus-visible, button:focus-visible, label:has(:focus-visible) { outline: 3px solid var(--act); outline-offset: 2px }
label > :focus-visible { outline: none }
`

/** Nothing but this style and sending the form back to where it came from. */
export const CONTENT_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')
