import { type CanIEmailOptions, caniemail } from 'caniemail';

type Clients = CanIEmailOptions['clients'];

/** The programs that our mails must look right in. Outlook on Windows draws with Word. */
const CLIENTS: Clients = ['gmail.*', 'outlook.*', 'apple-mail.*'];
const WORD = 'outlook.windows';

/**
 * One thing that a program cannot draw, or not always (`notes` say when). `where`: the element that has it with its first
 * class, or "style sheet"; `client` as caniemail names it; `mail`: the first one with it.
 */
export type Issue = { feature: string; where: string; client: string; notes: string; mail: string };
type Mail = { name: string; html: string };

const SHEET = /<style[^>]*>(.*?)<\/style>/gsu;
const FOR_WORD = /<!--\[if mso\]>(.*?)<!\[endif\]-->/gsu;

function placeOf(tag: string): string {
  const [, name = ''] = /^<([a-z0-9]+)/u.exec(tag) ?? [];
  const [, first] = /\bclass="([^" ]+)/u.exec(tag) ?? [];
  return first === undefined ? name : `${name}.${first}`;
}

/** Every way in which elements are written in the mails, each once with the first mail that has it. */
function tagsOf(mails: readonly Mail[]): [tag: string, mail: string][] {
  const all = mails.flatMap(({ name, html }) =>
    [...html.replace(SHEET, '<style>').matchAll(/<[a-z][^>]*>/gu)].map(
      ([tag]) => [tag.replace(/\s+/gu, ' ').replace(/ (?:href|content|alt)="[^"]*"/gu, ''), name] as const,
    ),
  );
  return [...new Map(all.toReversed())];
}

function issuesOf(source: { html: string } | { css: string }, clients: Clients) {
  const { issues } = caniemail({ clients, ...source });
  return [issues.errors, issues.warnings].flatMap((found) =>
    [...found].flatMap(([client, list]) =>
      list.map(({ title, notes, position }) => ({
        feature: title,
        client,
        notes: notes.join(' '),
        line: position?.start.line ?? 0,
      })),
    ),
  );
}

function issuesIn(mails: readonly Mail[], clients: Clients): Issue[] {
  const css = mails.flatMap(({ name, html }) =>
    [...html.matchAll(SHEET)].map(([, sheet = '']) => [sheet, name] as const),
  );
  const sheets = [...new Map(css)].flatMap(([sheet, mail]) =>
    issuesOf({ css: sheet }, clients).map((issue) => ({ ...issue, where: 'style sheet', mail })),
  );
  const tags = tagsOf(mails);
  const html = tags.map(([tag]) => `${tag}</${/[a-z0-9]+/u.exec(tag)}>`).join('\n');
  const elements = issuesOf({ html }, clients).map((issue) => {
    const [tag = '', mail = ''] = tags[issue.line - 1] ?? [];
    return { ...issue, where: placeOf(tag), mail };
  });
  return [...sheets, ...elements].map(({ line: _, ...issue }) => issue);
}

/** All that some program cannot draw in the mails, once each. Word sees what is in comments for it, the others do not. */
export function clientIssues(mails: readonly Mail[]): Issue[] {
  const seen = (inComment: string) =>
    mails.map(({ name, html }) => ({ name, html: html.replace(FOR_WORD, inComment) }));
  const all = [
    ...issuesIn(seen(''), CLIENTS).filter(({ client }) => client !== WORD),
    ...issuesIn(seen('$1'), [WORD]),
  ];
  return [
    ...new Map(all.map((issue) => [`${issue.feature} ${issue.where} ${issue.client}`, issue])).values(),
  ];
}
