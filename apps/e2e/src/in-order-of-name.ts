interface TestFile {
  readonly path: string;
}

/**
 * The order of the browser tests, which share one system: by name on every machine. Jest's own order follows how long each
 * took there the last time, so that a test that leans on another one would fail elsewhere only.
 */
export default class InOrderOfName {
  sort(tests: readonly TestFile[]): TestFile[] {
    return [...tests].sort((a, b) => a.path.localeCompare(b.path));
  }

  shard(tests: readonly TestFile[]): readonly TestFile[] {
    return tests;
  }

  allFailedTests(tests: readonly TestFile[]): readonly TestFile[] {
    return tests;
  }

  cacheResults(): void {
    // nothing of one run decides the next one
  }
}
