import type { Html } from '../../import-csv/html.ts'

/** Style of the portal's pages: nothing from outside, no brand but our own; on a narrow screen rows of a table become blocks. */
export const pageStyle: Html = {
  markup: `<style>
  :root { --ink: #24302f; --soft: #5c6a68; --line: #dcdfd8; --paper: #fff; --ground: #f4f4ef; --mark: #17614f; --tint: #e7f1ed;
    --sand: #f8e8c3; --sand-ink: #5b4100; --bad: #a32318; --bad-tint: #fbeae7; }
  * { box-sizing: border-box; }
  body { margin: 0; background: var(--ground); color: var(--ink); overflow-wrap: break-word;
    font: 15px/1.5 "Segoe UI", "Helvetica Neue", Arial, "DejaVu Sans", sans-serif; }
  a { color: var(--mark); text-underline-offset: .15em; }
  :focus-visible { outline: 3px solid #e3a008; outline-offset: 2px; border-radius: 3px; }
  .skip { position: absolute; left: -99rem; }
  .skip:focus { left: .5rem; top: .5rem; background: var(--paper); padding: .4rem .8rem; z-index: 1; }
  .banner { margin: 0; padding: .5rem 1.25rem; background: var(--sand); color: var(--sand-ink); text-align: center; }
  header { display: flex; flex-wrap: wrap; gap: .4rem 2rem; align-items: baseline; padding: .8rem 1.25rem; background: var(--paper);
    border-bottom: 1px solid var(--line); }
  .portal { font-size: 1.1rem; font-weight: 700; color: var(--ink); text-decoration: none; }
  nav { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; }
  nav a { text-decoration: none; padding: .2rem 0; border-bottom: 2px solid transparent; }
  nav a:hover { border-color: var(--line); }
  nav a[aria-current] { border-color: var(--mark); font-weight: 600; }
  main { max-width: 74rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; }
  h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .9rem; overflow-wrap: anywhere; }
  h2 { font-size: 1.1rem; margin: 0 0 .6rem; }
  h3 { font-size: .95rem; margin: 1rem 0 .3rem; }
  p { margin: .4rem 0; }
  code { font: .92em/1.4 Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
  .lead, .soft { color: var(--soft); }
  .lead { margin: -.6rem 0 1.2rem; }
  section { background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: 1.1rem 1.3rem; margin: 0 0 1.1rem; }
  .card { display: grid; grid-template-columns: minmax(0, 1fr) 21rem; gap: 0 1.2rem; align-items: start; }
  .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: 1rem; margin: 0 0 1.1rem; padding: 0; list-style: none; }
  .tiles a { display: block; background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: 1rem 1.3rem; text-decoration: none; color: inherit; }
  .tiles a:hover { border-color: var(--mark); }
  .tiles b { display: block; font-size: 2rem; line-height: 1.2; color: var(--mark); font-variant-numeric: tabular-nums; }
  dl { display: grid; grid-template-columns: minmax(9rem, 34%) minmax(0, 1fr); gap: .35rem 1rem; margin: 0; }
  dt { color: var(--soft); }
  dd { margin: 0; overflow-wrap: anywhere; white-space: pre-line; }
  dt code { display: block; font-size: .78em; }
  aside dl { grid-template-columns: minmax(0, 1fr); gap: 0; }
  aside dd { margin: 0 0 .55rem; }
  .text { white-space: pre-line; overflow-wrap: anywhere; }
  .comment { border-left: 3px solid var(--line); padding-left: .8rem; margin: .8rem 0; }
  .preset { display: inline-block; background: var(--tint); color: var(--mark); border-radius: 4px; padding: 0 .5em; font-size: .85rem; }
  .requisite + .requisite { border-top: 1px solid var(--line); margin-top: 1rem; padding-top: 1rem; }
  table { width: 100%; border-collapse: collapse; }
  th, td { text-align: left; vertical-align: top; padding: .45rem .8rem .45rem 0; border-top: 1px solid var(--line); }
  th:last-child, td:last-child { padding-right: 0; }
  thead th { border-top: 0; color: var(--soft); font-weight: 600; font-size: .85rem; }
  .name, .loose { overflow-wrap: anywhere; }
  td.name { min-width: 9rem; }
  td.loose { min-width: 8rem; }
  .number { text-align: right; font-variant-numeric: tabular-nums; }
  .point, .time { white-space: nowrap; }
  .loose .point { white-space: normal; }
  ul { margin: 0; padding-left: 1.2rem; }
  section > :last-child { margin-bottom: 0; }
  .notice { background: var(--tint); border-left: 4px solid var(--mark); border-radius: 4px; padding: .5rem .9rem; margin: 0 0 1rem; }
  .notice.bad { background: var(--bad-tint); border-color: var(--bad); }
  form.search { display: flex; flex-wrap: wrap; gap: .5rem; margin: 0 0 1rem; }
  form.search input { flex: 1 1 14rem; }
  label { display: block; margin: 0 0 .7rem; color: var(--soft); font-size: .9rem; }
  label input, label select, label textarea { display: block; width: 100%; margin-top: .15rem; }
  input, select, textarea, button { font: inherit; font-size: 15px; color: var(--ink); border: 1px solid #a9b3af; border-radius: 5px; padding: .4rem .6rem; background: #fff; max-width: 100%; }
  textarea { min-height: 6rem; resize: vertical; }
  fieldset { border: 0; margin: 0; padding: 0; }
  legend { padding: 0; font-weight: 600; margin-bottom: .3rem; }
  button { cursor: pointer; background: var(--mark); border-color: var(--mark); color: #fff; padding: .4rem 1rem; }
  button:hover { filter: brightness(1.12); }
  button.bad { background: var(--paper); border-color: var(--bad); color: var(--bad); }
  details { margin: .6rem 0; }
  summary { cursor: pointer; color: var(--mark); }
  details.remove > summary { color: var(--bad); }
  .pages { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; margin: 1rem 0 0; }
  @media screen and (max-width: 56rem) { .card { grid-template-columns: minmax(0, 1fr); } }
  @media screen and (max-width: 62rem) {
    thead { position: absolute; left: -99rem; }
    table, tbody, tfoot, tr, td, tfoot th { display: block; }
    tr { border-top: 1px solid var(--line); padding: .6rem 0; }
    tbody tr:first-child { border-top: 0; }
    td, tfoot th { border: 0; padding: .05rem 0; }
    td:empty { display: none; }
    td.name { font-weight: 600; }
    .point { white-space: normal; overflow-wrap: anywhere; }
    td[data-title]:not(.name)::before { content: attr(data-title) ": "; color: var(--soft); }
    .number { text-align: left; }
  }
  @media screen and (max-width: 40rem) {
    main { padding: 1rem .75rem 2rem; }
    section { padding: .9rem; }
    h1 { font-size: 1.3rem; }
    .banner, header { padding-left: .75rem; padding-right: .75rem; }
    .tiles { grid-template-columns: 1fr; }
    dl { grid-template-columns: minmax(0, 1fr); gap: 0; }
    dd { margin: 0 0 .55rem; }
  }
  @media print {
    @page { size: A4; margin: 14mm; }
    body { background: #fff; font-size: 10.5pt; }
    main { max-width: none; padding: 0; }
    nav, .skip, .edit, form.search, .pages, .notice { display: none; }
    header { padding: .4rem 0; }
    .banner { border: 1px solid var(--line); background: none; }
    .card { display: block; }
    table, thead th { font-size: 8.5pt; }
    td.name, td.loose { min-width: 7rem; }
    .time { white-space: normal; }
    section { border: 0; border-top: 1px solid var(--line); border-radius: 0; padding: .6rem 0; }
    h2, h3 { break-after: avoid; }
    tr, .requisite, .comment { break-inside: avoid; }
    a { color: inherit; text-decoration: none; }
  }
</style>`,
}
