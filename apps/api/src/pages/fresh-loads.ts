/**
 * Lets requests for the same thing share one load without ever giving an older answer than a load of their own would: a
 * request joins only a load that has not begun. So a change that was committed before a request came is always in its answer,
 * and a rush on one page costs at most two loads at a time.
 */
export class FreshLoads<T> {
  private readonly running = new Map<string, Promise<T>>();
  private readonly next = new Map<string, Promise<T>>();

  load(key: string, begin: () => Promise<T>): Promise<T> {
    const running = this.running.get(key);
    if (!running) return this.start(key, begin);
    const queued = this.next.get(key);
    if (queued) return queued;
    const after = running
      .catch(() => undefined) // told to whoever asked for that one
      .then(() => {
        this.next.delete(key);
        return this.start(key, begin);
      });
    this.next.set(key, after);
    return after;
  }

  private start(key: string, begin: () => Promise<T>): Promise<T> {
    const loading = begin();
    this.running.set(key, loading);
    const done = () => {
      if (this.running.get(key) === loading) this.running.delete(key);
    };
    loading.then(done, done);
    return loading;
  }
}
