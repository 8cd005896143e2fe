/** A browser without a window: keeps cookies by host, follows redirects, and remembers where it went. */
export function browserOf() {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = (url: URL) => {
    const jar = jars.get(url.host) ?? new Map<string, string>();
    jars.set(url.host, jar);
    return jar;
  };

  function keep(jar: Map<string, string>, answer: Response): void {
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }

  async function go(
    address: string,
    init: RequestInit = {},
  ): Promise<{ url: URL; status: number; page: string }> {
    const url = new URL(address);
    const jar = jarOf(url);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    keep(jar, answer);
    const next = answer.headers.get('location') ?? answer.headers.get('refresh')?.replace(/^0; url=/, '');
    const page = await answer.text();
    return next === undefined ? { url, status: answer.status, page } : go(new URL(next, url).href);
  }

  return {
    go,
    submit: (address: string, fields: Record<string, string>) =>
      go(address, { method: 'POST', body: new URLSearchParams(fields) }),
    cookiesOf: (address: string) => jarOf(new URL(address)),
  };
}
