import type { Instant } from '../../domain/instant.ts';
import { WITHIN_MS } from '../../domain/repeated.ts';
import type { Row } from '../../domain/row.ts';
import { remindsOf } from '../../domain/same-topic.ts';
import { type Form, filled } from '../form-fields.ts';
import type { Signed, Web } from './manager-context.tsx';

/** As many as one page of the table has; whoever was not met in the last hundred talks is typed again. */
const KNOWN_ROWS = 100;

export type Contact = { name: string; email: string };

/** What the manager's own earlier conversations tell: read from the list, so one query however many there were. */
export async function earlierRows(web: Web, signed: Signed): Promise<readonly Row[]> {
  return (await web.useCases.list(signed.actor, { limit: KNOWN_ROWS })).rows;
}

/** Everybody the manager talked with, whoever was met last first. */
export function contactsOf(rows: readonly Row[]): Contact[] {
  const byEmail = new Map<string, Contact>();
  for (const { name, email } of rows.flatMap(({ people }) => people))
    if (email !== undefined && !byEmail.has(email)) byEmail.set(email, { name, email });
  return [...byEmail.values()];
}

function typedPeople(form: Form): ReadonlySet<string> {
  const typed = [...form].filter(([name]) => /^participants\[\d+\]\.(name|email)$/.test(name));
  return new Set(typed.map(([, value]) => value.trim().toLowerCase()).filter((value) => value !== ''));
}

/** The conversation of the last 90 days on the same topic with one of the same people (method A7). */
export function repeatedOf(rows: readonly Row[], form: Form, now: Instant): Row | undefined {
  const title = filled(form, 'title');
  const people = typedPeople(form);
  if (title === undefined || people.size === 0) return undefined;
  return rows.find(
    (row) =>
      row.status !== 'taken-back' &&
      row.recordedAt >= now - WITHIN_MS &&
      remindsOf(row.title, title) &&
      row.people.some(({ name, email }) => people.has(name.toLowerCase()) || people.has(email ?? '')),
  );
}
