type Undo = () => Promise<void>;

// Set-up and tear-down are loaded apart, so the list hangs on the process they share.
const shared = globalThis as typeof globalThis & { mocuaUndo?: Undo[] };

/** Waits for a part; whatever came of it, and of the other parts, is undone by {@link undoAll}. */
export async function keepForTearDown<T>(
  starting: Promise<T>,
  undo: (started: T) => Promise<void>,
): Promise<T> {
  shared.mocuaUndo ??= [];
  shared.mocuaUndo.push(async () => {
    const started = await starting.catch(() => null); // its failure is told by whoever waits for it
    if (started !== null) await undo(started);
  });
  try {
    return await starting;
  } catch (error) {
    await undoAll(); // jest does not tear down what it could not set up
    throw error;
  }
}

/** Undoes everything, the last first; one failure does not keep the others from being tried. */
export async function undoAll(): Promise<void> {
  const failures: unknown[] = [];
  for (let undo = shared.mocuaUndo?.pop(); undo; undo = shared.mocuaUndo?.pop()) {
    await undo().catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, 'not everything was taken down');
}
