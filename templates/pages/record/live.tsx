import type { Child } from 'hono/jsx';

/** A piece of the form that follows what is typed: a browser with scripts swaps it for the newest one of its id. */
export function Live({ id, children }: { id: string; children: Child }) {
  return (
    <div id={id} data-live="">
      {children}
    </div>
  );
}
