import type { Html } from './html.ts'

/** Style of the operator's page: nothing from outside, readable on screen and on A4. */
export const instructionsStyle: Html = {
  markup: `<style>
  :root { --ink: #1c2733; --soft: #5d6b7a; --line: #dbe2e9; --paper: #fff; --ground: #f3f5f8; --mark: #0b66c3; --tint: #eaf3fc;
    --bad: #b42318; --warn: #8a5a00; --good: #2c6e49; }
  * { box-sizing: border-box; }
  body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 "Segoe UI", "Helvetica Neue", Arial, "DejaVu Sans", sans-serif; }
  main { max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
  h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .4rem; }
  h2 { font-size: 1.2rem; margin: 0 0 .75rem; }
  p { margin: .4rem 0; }
  .lead { color: var(--soft); margin-bottom: 1.5rem; }
  section { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 1.25rem 1.5rem; margin: 0 0 1.25rem; }
  h2 .step { display: inline-grid; place-items: center; width: 1.7em; height: 1.7em; margin-right: .5em; border-radius: 50%;
    background: var(--mark); color: #fff; font-size: .85em; }
  h2 small { color: var(--soft); font-weight: normal; }
  table { width: 100%; border-collapse: collapse; }
  th, td { text-align: left; vertical-align: top; padding: .45rem .6rem; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
  thead th { border-top: 0; color: var(--soft); font-weight: 600; font-size: .85rem; }
  td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
  table.settings td:first-child { width: 48%; color: var(--soft); }
  table.settings td:last-child { font-weight: 600; }
  ul { margin: .5rem 0 0; padding-left: 1.2rem; }
  li { margin: .25rem 0; }
  h3 { font-size: .95rem; margin: 1.1rem 0 .3rem; }
  .care { background: var(--tint); border-left: 4px solid var(--mark); border-radius: 4px; padding: .5rem .8rem; margin: .9rem 0 0; }
  code { font: .92em/1.4 Consolas, "DejaVu Sans Mono", monospace; background: var(--ground); border-radius: 4px; padding: .1em .35em; }
  .file { overflow-wrap: anywhere; }
  .error, .warning, .notice { font-weight: 600; white-space: nowrap; }
  .error { color: var(--bad); } .warning { color: var(--warn); } .notice { color: var(--good); }
  .action { color: var(--soft); }
  @media (max-width: 30rem) {
    main { padding: 1rem .6rem 2rem; }
    section { padding: 1rem .8rem; }
    th, td { padding: .4rem .3rem; font-size: .85rem; }
    td.number, th.number { white-space: normal; }
  }
  @media print {
    @page { size: A4; margin: 14mm; }
    body { background: #fff; font-size: 10.5pt; }
    main { max-width: none; padding: 0; }
    section { border: 0; border-top: 1px solid var(--line); border-radius: 0; padding: .6rem 0; }
    section.file-guide, tr, .care { break-inside: avoid; }
    h2, h3 { break-after: avoid; }
    .care { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  }
</style>`,
}
