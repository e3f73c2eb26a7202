// What diff and undo must always keep, over thousands of new random cards (the seed of a failure is printed).
process.env['OBMEN24_PROPERTY_RUNS'] ??= '20000'
await import('./diff/diff-card.properties.test.ts')
await import('./undo/undo-changes.properties.test.ts')
