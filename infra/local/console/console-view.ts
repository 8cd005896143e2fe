import type { Call, Fault, Schedule, StoredMail } from '../aws/local-servers.ts';
import type { Failure } from '../failures.ts';
import type { ConsoleOptions } from './console-options.ts';
import type { MailContents } from './mail-contents.ts';

type ListedMail = StoredMail & { firstLine: string };

/** Everything the page shows; moments are epoch ms or ISO. */
export type ConsoleView = {
  now: number;
  tenant: ConsoleOptions['tenant'];
  appUrl: string;
  refusal: string | undefined;
  people: { address: string; mails: number }[];
  person: string | undefined;
  listed: ListedMail[];
  /** How many older mails are not listed. */
  older: number;
  open: (StoredMail & MailContents) | undefined;
  asText: boolean;
  moments: { sent: number[]; ahead: number[] };
  alarms: Schedule[];
  calls: Call[];
  faults: Fault[];
  failures: readonly Failure[];
};

const LISTED = 100;
const CALLS = 100;

/** Reads what the page shows, as its query asks: `person`, `mail`, `as=text`. */
export async function readView(
  options: ConsoleOptions,
  read: (id: string) => Promise<MailContents>,
  query: URLSearchParams,
  refusal?: string,
): Promise<ConsoleView> {
  const { servers } = options;
  const all = servers.ses.mails().toReversed();
  const person = query.get('person') ?? undefined;
  const theirs = all.filter((mail) => person === undefined || mail.to.includes(person));
  const shown = theirs.slice(0, LISTED);
  const open = all.find((mail) => mail.id === query.get('mail')) ?? theirs[0];
  const alarms = servers.scheduler.schedules().toSorted((a, b) => a.at - b.at);
  return {
    now: options.now(),
    tenant: options.tenant,
    appUrl: options.appUrl,
    refusal,
    people: countPeople(all),
    person,
    listed: await Promise.all(
      shown.map(async (mail) => ({ ...mail, firstLine: (await read(mail.id)).firstLine })),
    ),
    older: theirs.length - shown.length,
    open: open && { ...open, ...(await read(open.id)) },
    asText: query.get('as') === 'text',
    moments: { sent: all.map((mail) => Date.parse(mail.at)), ahead: alarms.map((alarm) => alarm.at) },
    alarms,
    calls: servers.calls().slice(-CALLS).toReversed(),
    faults: servers.faults.list(),
    failures: options.failures.list().toReversed(),
  };
}

/** A link to the page with one thing of its query changed. */
export function linkTo(view: ConsoleView, change: { person?: string; mail?: string; as?: string }): string {
  const query = new URLSearchParams();
  const person = 'person' in change ? change.person : view.person;
  if (person) query.set('person', person);
  if (change.mail) query.set('mail', change.mail);
  if (change.as) query.set('as', change.as);
  return query.size === 0 ? '/' : `/?${query}`;
}

function countPeople(mails: StoredMail[]): ConsoleView['people'] {
  const counts = new Map<string, number>();
  for (const address of mails.flatMap((mail) => mail.to)) counts.set(address, (counts.get(address) ?? 0) + 1);
  return [...counts]
    .map(([address, count]) => ({ address, mails: count }))
    .sort((a, b) => a.address.localeCompare(b.address));
}
