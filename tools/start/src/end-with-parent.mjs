// Loaded into every program that `npm start` and `npm test` run (node --import): when the starter disappears, even by kill -9,
// its channel closes and the program ends in good order; ten seconds later in any order.
//
// What such a program forks inherits this module, but has a channel of another kind: a worker of jest lives by its channel,
// and letting go of it would end the worker at once. So the starter says who it is.
if (process.channel && Number(process.env['MOCUA_STARTED_BY']) === process.ppid) {
  process.channel.unref();
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 10_000).unref();
  });
}
