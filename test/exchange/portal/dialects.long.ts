// Every story by every dialect that can tell it in every encoding, and mixed settings that nobody has seen yet by every dialect; the seed
// of a failure is printed, and `OBMEN24_DIALECTS_SEED` plays it again.
process.env['OBMEN24_DIALECTS'] ??= 'all'
process.env['OBMEN24_DIALECTS_SEED'] ??= String(Math.floor(Math.random() * 2 ** 31))
console.log(`OBMEN24_DIALECTS_SEED=${process.env['OBMEN24_DIALECTS_SEED']}`)
await import('./dialects.test.ts')
