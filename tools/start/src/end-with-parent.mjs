// Loaded into every program that `npm start` runs (node --import): when the starter disappears, even by kill -9, its
// channel closes and the program ends in good order; ten seconds later in any order.
if (process.channel) {
  process.channel.unref();
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 10_000).unref();
  });
}
