import type { Instant } from '../../domain/instant.ts';
import { WITHIN_MS } from '../../domain/repeated.ts';
import type { Row } from '../../domain/row.ts';
import { gistOf, remindsOf, topicOf } from '../../domain/same-topic.ts';
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

/** The newest conversation of the last 90 days on the same topic with one of the same people (method A7). */
function recognised(rows: readonly Row[], form: Form, now: Instant): Row | undefined {
  const typed = typedPeople(form);
  const isTheirs = ({ people }: Row) =>
    people.some(({ name, email }) => typed.has(name.toLowerCase()) || typed.has(email ?? ''));
  const recent = rows.filter((row) => row.recordedAt >= now - WITHIN_MS && isTheirs(row));
  if (recent.length === 0) return undefined;
  const names = recent.flatMap(({ people }) => people.map(({ name }) => name));
  const text = `${form.get('whatHappened') ?? ''} ${form.get('neverAgain') ?? ''}`;
  const topic = topicOf(form.get('title') ?? '', gistOf(text, names));
  return recent.find((row) => remindsOf(topicOf(row.title, row.gist ?? ''), topic));
}

/** The conversation that the manager said this one is again; else one that it looks like. */
export function repeatedOf(rows: readonly Row[], form: Form, now: Instant): Row | undefined {
  const had = rows.filter(({ status }) => status !== 'taken-back');
  const confirmed = form.get('again') === 'yes' ? filled(form, 'again.of') : undefined;
  return had.find(({ conversation }) => conversation === confirmed) ?? recognised(had, form, now);
}
