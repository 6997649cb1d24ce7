/** A browser without a screen: keeps cookies by host and path, follows redirects one at a time. */
export class TestBrowser {
  private readonly jar = new Map<string, { value: string; path: string; port: string }>();

  /** Asks for a page as a browser does; redirects are not followed. */
  async open(
    url: string,
    init: {
      form?: Record<string, string>;
      headers?: Record<string, string>;
      json?: unknown;
      method?: string;
    } = {},
  ): Promise<Response> {
    const target = new URL(url);
    const response = await fetch(target, {
      method: init.method ?? (init.form === undefined && init.json === undefined ? 'GET' : 'POST'),
      redirect: 'manual',
      headers: {
        accept: 'text/html',
        cookie: this.cookiesFor(target),
        ...(init.json === undefined ? {} : { 'content-type': 'application/json' }),
        ...init.headers,
      },
      ...(init.form === undefined ? {} : { body: new URLSearchParams(init.form) }),
      ...(init.json === undefined ? {} : { body: JSON.stringify(init.json) }),
    });
    for (const line of response.headers.getSetCookie()) this.keep(target, line);
    return response;
  }

  /** Follows redirects until a page, or until an address satisfies `until`; that one is not opened. */
  async follow(
    response: Response,
    until: (url: URL) => boolean = () => false,
  ): Promise<{ response: Response; url: URL }> {
    let current = response;
    for (let hops = 0; hops < 10; hops += 1) {
      const location = current.headers.get('location');
      const url = new URL(location ?? current.url, current.url);
      if (location === null || until(url)) return { response: current, url };
      current = await this.open(url.href);
    }
    throw new Error('too many redirects');
  }

  cookie(name: string): string | undefined {
    return this.jar.get(name)?.value;
  }

  forget(name: string): void {
    this.jar.delete(name);
  }

  private cookiesFor(url: URL): string {
    return [...this.jar]
      .filter(([, cookie]) => cookie.port === url.port && url.pathname.startsWith(cookie.path))
      .map(([name, cookie]) => `${name}=${cookie.value}`)
      .join('; ');
  }

  private keep(url: URL, line: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const at = pair.indexOf('=');
    const name = pair.slice(0, at);
    const value = pair.slice(at + 1);
    const path = attributes.find((part) => /^path=/iu.test(part))?.slice(5) ?? '/';
    const gone = attributes.some(
      (part) => /^max-age=0$/iu.test(part) || /^expires=Thu, 01 Jan 1970/iu.test(part),
    );
    if (gone || value === '') this.jar.delete(name);
    else this.jar.set(name, { value, path, port: url.port });
  }
}
