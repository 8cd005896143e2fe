import type * as z from 'zod';

type Json = z.infer<ReturnType<typeof z.json>>;

// Zones, dates and codes are no secrets, and these three hostile texts stand in any program's output.
const HARMLESS = /^(\d{4}-\d\d-\d\d(T[\d:]+)?|[A-Z][a-z]+\/[A-Z][a-z]+|null|undefined|[a-z]{1,3})$/;

/** Every text in a body; of names also each word. */
export function textsOf(body: Json, key = ''): string[] {
  if (typeof body === 'string') {
    const words = key === 'name' ? body.split(/[^\p{L}\p{N}]+/u) : [];
    return [body, ...words].filter((text) => text.length > 2 && !HARMLESS.test(text));
  }
  if (body === null || typeof body !== 'object') return [];
  return Object.entries(body).flatMap(([name, inner]) => textsOf(inner, name));
}

/** What to look for: each line of a text as it is and as JSON writes it; of an address also what precedes its @. */
function tracesOf(text: string): string[] {
  const lines = text.split(/[\r\n]+/).map((line) => line.trim());
  const locals = /^\S+@\S+$/.test(text) ? [text.replace(/@.*/, '')] : [];
  const escaped = lines.map((line) => JSON.stringify(line).slice(1, -1));
  return [...lines, ...escaped, ...locals].filter((trace) => trace.length > 2);
}

/** The traces of any of these texts in a log; one that is letters only must stand as a word, since ids are letters too. */
export function saidIn(log: string, texts: readonly string[]): string[] {
  const traces = [...new Set(texts.flatMap(tracesOf))];
  return traces.filter((trace) =>
    /^\p{L}+$/u.test(trace)
      ? new RegExp(`(?<![\\p{L}\\p{N}])${trace}(?![\\p{L}\\p{N}])`, 'u').test(log)
      : log.includes(trace),
  );
}
