"""How the page of a check looks: light and dark as the reader's system is, and on paper."""

STYLE = """
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --card: #fff; --ink: #1b1f24; --soft: #59636e; --line: #dfe3e8; --link: #0757b8;
  --yes: #116329; --yes-bg: #dafbe1; --no: #a40e26; --no-bg: #ffe3e6; --bad: #7d4e00; --bad-bg: #fff1cc;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0f1216; --card: #181c22; --ink: #e8ecf1; --soft: #9da7b3; --line: #2d333b; --link: #79b8ff;
    --yes: #6fdd8b; --yes-bg: #12321d; --no: #ff9aa4; --no-bg: #43161c; --bad: #f0c05a; --bad-bg: #3b2c08;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--page); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "DejaVu Sans", sans-serif;
}
main { max-width: 80rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0; font-weight: 650; letter-spacing: -.01em; }
h2 { font-size: 1.15rem; margin: 2.5rem 0 .75rem; font-weight: 650; }
p { margin: .35rem 0; }
a { color: var(--link); }
.soft { color: var(--soft); }
.small { font-size: .875rem; }
.wide {
  overflow-x: auto; margin-top: 1.5rem;
  background: var(--card); border: 1px solid var(--line); border-radius: .75rem;
}
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: .6rem .75rem; text-align: left; border-bottom: 1px solid var(--line); vertical-align: top; }
tbody tr:last-child > * { border-bottom: 0; }
th { font-weight: 600; }
thead th { line-height: 1.3; }
th span { display: block; font-weight: 400; font-size: .8125rem; color: var(--soft); line-height: 1.4; }
tbody th { min-width: 11rem; overflow-wrap: anywhere; }
td { white-space: nowrap; }
.cell { display: inline-block; padding: .1rem .55rem; border-radius: 1rem; font-size: .9375rem; text-decoration: none; }
.builds { color: var(--yes); background: var(--yes-bg); }
.refused { color: var(--no); background: var(--no-bg); }
.failed { color: var(--bad); background: var(--bad-bg); }
.left_out, .not_run { color: var(--soft); }
a.cell:hover, a.cell:focus-visible { text-decoration: underline; }
.legend { display: flex; flex-wrap: wrap; gap: .3rem 1.25rem; list-style: none; padding: 0; margin: .9rem 0 0; }
.legend .cell { padding: 0 .4rem; }
.card {
  background: var(--card); border: 1px solid var(--line); border-radius: .75rem;
  padding: .9rem 1.1rem; margin: .75rem 0;
}
.card ol { list-style: none; margin: 0; padding: 0; }
.card li { display: flex; gap: .75rem; align-items: baseline; margin: .25rem 0; border-radius: .4rem; }
.card li:target { outline: 2px solid var(--link); outline-offset: .25rem; }
.card p { margin: 0; }
.what { white-space: pre-line; overflow-wrap: anywhere; }
.card p.way { margin-top: .6rem; padding-top: .6rem; border-top: 1px solid var(--line); }
code { font: .8125rem/1.5 ui-monospace, "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace; }
details { margin-top: 2.5rem; }
summary { cursor: pointer; font-weight: 600; }
details td { padding-top: .3rem; padding-bottom: .3rem; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media print {
  :root {
    --page: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #bbb; --link: #000;
    --yes: #0b4d1f; --yes-bg: #fff; --no: #8a0018; --no-bg: #fff; --bad: #5c3a00; --bad-bg: #fff;
  }
  @page { size: A4 landscape; margin: 12mm; }
  body { font-size: 10pt; }
  main { max-width: none; padding: 0; }
  .wide { overflow: visible; }
  th, td { padding: .3rem .4rem; }
  tbody th { min-width: 0; }
  .cell { padding: 0; }
  tr, .card { break-inside: avoid; }
  h2 { break-after: avoid; }
  thead { display: table-header-group; }
  details:not([open]) { display: none; }
}
"""
