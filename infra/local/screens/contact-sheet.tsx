import { raw } from 'hono/html';

export type Shot = { name: string; width: number; scheme: 'light' | 'dark'; file: string };

const css = `
  body { margin: 24px; font: 16px/1.5 system-ui, sans-serif; color: #1c1a17; background: #fff; }
  section { margin-block: 32px; border-top: 1px solid #ccc; }
  div { display: flex; gap: 16px; align-items: start; overflow-x: auto; }
  img { width: auto; height: 420px; object-fit: cover; object-position: top; border: 1px solid #ccc; }
  img[width="390"] { width: 195px; } img[width="1280"] { width: 420px; }
`;

/** A page with all pictures, the four of one page side by side; each leads to the whole of it. */
export function contactSheet(shots: readonly Shot[]): string {
  const byName = Map.groupBy(shots, ({ name }) => name);
  const sheet = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>Every page in every state</title>
        <style>{raw(css)}</style>
      </head>
      <body>
        <h1>{`${byName.size} pages and mails`}</h1>
        {[...byName].map(([name, all]) => (
          <section key={name} id={name}>
            <h2>{name}</h2>
            <div>
              {all.map(({ file, width, scheme }) => (
                <a key={file} href={file}>
                  <img src={file} width={width} loading="lazy" alt={`${name}, ${width} pixels, ${scheme}`} />
                </a>
              ))}
            </div>
          </section>
        ))}
      </body>
    </html>
  );
  return `<!doctype html>${sheet}`;
}
