import { type Instant, instant, latest } from './instant.ts';

/** Epoch milliseconds, end excluded. */
export type Span = { start: Instant; end: Instant };

export function earlier(one: Instant, other: Instant): Instant {
  return instant(Math.min(one, other));
}

/** The same time in as few spans as can be, in order. */
export function joined(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last && span.start <= last.end)
      all.splice(-1, 1, { start: last.start, end: latest(last.end, span.end) });
    else all.push(span);
  }
  return all;
}

/** The time that both have; each in order, as `joined` gives it. */
export function shared(some: readonly Span[], others: readonly Span[]): Span[] {
  return some.flatMap((one) =>
    others.flatMap((other) => {
      const start = latest(one.start, other.start);
      const end = earlier(one.end, other.end);
      return start < end ? [{ start, end }] : [];
    }),
  );
}

/** What is left of some time without other time. */
export function without(some: readonly Span[], taken: readonly Span[]): Span[] {
  const gone = joined(taken);
  return some.flatMap((span) => {
    const left: Span[] = [];
    let { start } = span;
    for (const one of gone) {
      if (one.end <= start || one.start >= span.end) continue;
      if (one.start > start) left.push({ start, end: one.start });
      start = latest(start, one.end);
    }
    return start < span.end ? [...left, { start, end: span.end }] : left;
  });
}
