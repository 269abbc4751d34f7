/** As much of a browser as a sign-in needs: it keeps cookies by host and follows redirects, one at a time. */
export class TestBrowser {
  readonly #jars = new Map<string, Map<string, string>>();

  cookie(url: string, name: string): string | undefined {
    return this.#jarOf(new URL(url)).get(name);
  }

  setCookie(url: string, name: string, value: string): void {
    this.#jarOf(new URL(url)).set(name, value);
  }

  async get(address: string, headers: Record<string, string> = {}): Promise<Response> {
    const url = new URL(address);
    const jar = this.#jarOf(url);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { accept: 'text/html', ...headers, ...(cookie === '' ? {} : { cookie }) },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /max-age=0/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  }

  /** Follows redirects up to the first answer that is none, or to the first address that `stop` names. */
  async follow(
    address: string,
    stop: (url: URL) => boolean = () => false,
  ): Promise<{ url: string; response: Response }> {
    let url = address;
    for (let hops = 0; hops < 20; hops += 1) {
      const response = await this.get(url);
      const location = response.headers.get('location');
      if (location === null) return { url, response };
      url = new URL(location, url).href;
      if (stop(new URL(url))) return { url, response };
    }
    throw new Error(`Redirects without end, at ${url}`);
  }

  #jarOf({ host }: URL): Map<string, string> {
    const jar = this.#jars.get(host) ?? new Map<string, string>();
    this.#jars.set(host, jar);
    return jar;
  }
}
