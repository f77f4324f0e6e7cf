/** How the file looks: narrow and wide, light and dark, on paper; without anything to fetch. */
export const STYLE = `
:root { color-scheme: light dark; --ground: #fff; --ink: #1b2430; --soft: #5a6675; --line: #d5dbe2 }
@media (prefers-color-scheme: dark) { :root { --ground: #12161b; --ink: #e7ebf0; --soft: #a3afbd; --line: #323b46 } }
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.55 system-ui, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; overflow-wrap: anywhere }
main { max-width: 54rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem }
h1 { font-size: 1.6rem; line-height: 1.3; margin: 0 0 1.5rem; text-wrap: balance }
h2 { font-size: 1.25rem; margin: 0 0 .75rem }
h3 { font-size: 1rem; margin: 1rem 0 .25rem }
section { padding: 1.25rem 0; border-top: 1px solid var(--line); break-inside: avoid }
p { margin: 0 0 .75rem; white-space: pre-line }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: .75rem 1.5rem; margin: 0 0 .75rem }
dt, .context, .command, footer { color: var(--soft); font-size: .875rem }
dd { margin: 0 }
.wide { overflow-x: auto; margin-bottom: .75rem }
table { border-collapse: collapse; font-variant-numeric: tabular-nums }
th, td { text-align: left; padding: .35rem 1.25rem .35rem 0; border-bottom: 1px solid var(--line) }
ul, ol { margin: 0 0 .75rem; padding-left: 1.25rem }
figure { margin: 1rem 0 }
figure svg { width: 100%; height: auto; background: #fff; border-radius: .5rem }
`
