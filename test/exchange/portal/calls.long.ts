// The requests of ten thousand companies, of which ten change.
process.env['OBMEN24_MANY'] ??= '10000'
await import('./calls.test.ts')
