// Thousands of random histories (`OBMEN24_MODEL_RUNS`), the seed of a failure is printed; `OBMEN24_MODEL_SEED` plays one again.
process.env['OBMEN24_MODEL_RUNS'] ??= '3000'
process.env['OBMEN24_MODEL_SEED'] ??= String(Math.floor(Math.random() * 2 ** 31))
console.log(`OBMEN24_MODEL_SEED=${process.env['OBMEN24_MODEL_SEED']}`)
await import('./model.test.ts')
