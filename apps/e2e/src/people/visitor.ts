import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
  type Request,
} from 'playwright-core';

/** Where the system of this run answers. */
export function origin(): string {
  return demanded('MOCUA_E2E_ORIGIN');
}

/** Where card readers, scanners and printers are played. */
export function outside(): string {
  return demanded('MOCUA_E2E_OUTSIDE');
}

/** Connects to the browser of this run; closing the connection leaves the browser running. */
export function openBrowser(): Promise<Browser> {
  return chromium.connect(demanded('MOCUA_E2E_BROWSER'));
}

function demanded(name: string): string {
  const value = process.env[name];
  if (value === undefined)
    throw new Error(`${name} is set by the set-up of apps/e2e/jest.config.ts; run these tests with it`);
  return value;
}

/** A person with a browser of their own; what their browser complains about is kept. */
export class Visitor {
  /** Calls to the interface that are not answered yet. */
  readonly #open = new Set<Request>();

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    /** Errors of the console, uncaught exceptions and violations of the content policy, in order. */
    readonly complaints: string[],
  ) {}

  static async arrive(browser: Browser, options: BrowserContextOptions = {}): Promise<Visitor> {
    const context = await browser.newContext({
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
      baseURL: origin(),
      ...options,
    });
    return Visitor.inside(context);
  }

  /** In a browser that is there already. */
  static async inside(context: BrowserContext): Promise<Visitor> {
    context.setDefaultTimeout(15_000);
    const complaints: string[] = [];
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (violation) => {
        console.error(
          `content policy: ${violation.violatedDirective} ${violation.blockedURI} ${violation.sample}`,
        );
      });
    });
    context.on('console', (message) => {
      const text = `${message.text()} (${message.location().url})`;
      if (message.type() === 'error' && !isAnsweredRefusal(text)) complaints.push(text);
    });
    context.on('weberror', (error) => complaints.push(`uncaught: ${String(error.error())}`));
    const visitor = new Visitor(context, context.pages()[0] ?? (await context.newPage()), complaints);
    visitor.#watchCalls();
    return visitor;
  }

  #watchCalls(): void {
    this.page.on('request', (request) => {
      if (request.isNavigationRequest())
        this.#open.clear(); // what the page before asked for is nobody's any more
      else this.#open.add(request);
    });
    for (const end of ['requestfinished', 'requestfailed'] as const) {
      this.page.on(end as 'requestfinished', (request) => this.#open.delete(request));
    }
  }

  /** Waits until the page has asked for all it needs and nothing is on its way any more. */
  async settled(): Promise<void> {
    for (let quiet = 0, rounds = 0; quiet < 3 && rounds < 100; rounds += 1) {
      quiet = this.#open.size === 0 ? quiet + 1 : 0;
      await this.page.waitForTimeout(40);
    }
  }

  /** The complaints since the last time this was asked. */
  takeComplaints(): string[] {
    return this.complaints.splice(0);
  }

  leave(): Promise<void> {
    return this.context.close();
  }
}

/**
 * Refusals such as 401 before signing in, and cut lines, are told by the browser but answered by the page. So is a page that
 * says in words what is missing or wrong, with its status; a file that is not there is a complaint.
 */
function isAnsweredRefusal(text: string): boolean {
  if (/^Failed to load resource: net::ERR_FAILED .*\/api\/v1\//u.test(text)) return true;
  if (/^Failed to load resource: .* status of 4\d\d .*\/api\/v1\//u.test(text)) return true;
  // A machine of the kiosk that fails, as the sandbox is told to play it.
  if (/^Failed to load resource: .* status of 503 .*\/api\/v1\/kiosk\/card-sign-ins/u.test(text)) return true;
  return /^Failed to load resource: .* status of 4(?:04|22) .*\/[^./]*(?:\.\d+)?\)$/u.test(text);
}
