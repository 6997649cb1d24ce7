import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { workspaceRoot } from '@mocua/server/kernel';
import type { ApiHarness, WireRequest } from './api-harness';

const run = promisify(execFile);

/** The API as it is delivered: bundled from the sources of this moment. */
export class BuiltApi {
  private constructor(private readonly file: string) {}

  static async build(): Promise<BuiltApi> {
    const outFile = `dist/test/api-${process.pid}/main.js`;
    const builder = join(workspaceRoot(), 'tools/build/src/bundle-server.mjs');
    const wish = { root: `${workspaceRoot()}/`, entry: 'apps/api/src/main.ts', outFile };
    const program = `const { bundleServer } = await import(${JSON.stringify(builder)}); await bundleServer(${JSON.stringify(wish)});`;
    await run(process.execPath, ['--input-type=module', '-e', program], { cwd: workspaceRoot() });
    return new BuiltApi(join(workspaceRoot(), outFile));
  }

  /** Starts a process on the installation of the harness and waits until it can work. */
  async start(api: ApiHarness, environment: Readonly<Record<string, string>> = {}): Promise<ChildApi> {
    const port = await freePort();
    const child = spawn(process.execPath, [this.file], {
      cwd: workspaceRoot(),
      env: {
        ...process.env,
        ...api.environment,
        // Its own port is random; people see one address.
        PUBLIC_ORIGIN: 'http://localhost:3000',
        ...environment,
        PORT: String(port),
        HOST: '127.0.0.1',
        NODE_OPTIONS: '',
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const started = new ChildApi(child, `http://127.0.0.1:${port}`);
    await started.untilReady();
    return started;
  }

  async remove(): Promise<void> {
    await rm(join(this.file, '..'), { recursive: true, force: true });
  }
}

/** An API process of its own that can be killed at any moment. */
export class ChildApi {
  private errors = '';
  private readonly gone: Promise<void>;

  constructor(
    private readonly child: ChildProcess,
    private readonly origin: string,
  ) {
    this.gone = new Promise((resolve) => child.once('exit', () => resolve()));
    child.stderr?.on('data', (chunk: Buffer) => (this.errors += chunk.toString()));
  }

  async untilReady(): Promise<void> {
    for (let attempt = 0; attempt < 1200; attempt += 1) {
      if (this.child.exitCode !== null) throw new Error(`the API ended at once: ${this.errors}`);
      const ready = await fetch(`${this.origin}/readyz`).catch(() => null);
      await ready?.arrayBuffer();
      if (ready?.ok === true) return;
      await pause(50);
    }
    throw new Error(`the API did not become ready: ${this.errors}`);
  }

  /** Null when the process died before it answered. */
  async send<T>({ method, url, headers, payload }: WireRequest): Promise<{ status: number; body: T } | null> {
    try {
      const body = payload === undefined ? {} : { body: JSON.stringify(payload) };
      const response = await fetch(this.origin + url, { method, headers, ...body });
      return { status: response.status, body: (await response.json()) as T };
    } catch {
      return null; // refused, reset or cut off in the middle: whether it happened is what the caller wants to find out
    }
  }

  /** As the kernel or a power cut would: nothing gets to run any more. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.gone;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
