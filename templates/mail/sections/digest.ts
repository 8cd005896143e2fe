import * as z from 'zod/mini';
import { momentSchema } from '../../parts/moment.ts';
import { own, type Phrase, quote, say } from '../../parts/phrase.ts';
import { lineSchema, linkSchema, personSchema, wordsSchema } from '../props.ts';
import { at, bill, dana, hebrewName, hostileWords, meiLing, type Sample, you } from '../sample-parts.ts';
import type { Block, Context, View } from '../view.ts';

const thing = { about: lineSchema, to: linkSchema };

/** Something that needs the manager, as their first page has it. `at`: what it says of when. */
const needSchema = z.discriminatedUnion('code', [
  z.object({
    code: z.literal('change-asked'),
    ...thing,
    person: personSchema,
    asks: z.enum(['words', 'date', 'consequence', 'kept-after-all']),
    at: z.optional(momentSchema),
  }),
  z.object({ code: z.enum(['declined', 'time-proposed']), ...thing, person: personSchema, at: momentSchema }),
  z.object({ code: z.enum(['verdict', 'unanswered', 'address-failed']), ...thing, person: personSchema }),
  z.object({
    code: z.literal('wrap-up'),
    ...thing,
    people: z.array(personSchema),
    at: z.optional(momentSchema),
  }),
  z.object({ code: z.literal('own-due'), ...thing, at: z.optional(momentSchema) }),
  z.object({ code: z.literal('own-unanswered'), ...thing }),
]);
export type DigestNeed = z.output<typeof needSchema>;

/**
 * The manager's week. `more`: how many of each there are besides those listed; `today`: their first page.
 * `kept`: in the week before, as people said it.
 */
export const digestSchema = z.object({
  kind: z.literal('digest'),
  needs: z.array(needSchema),
  ahead: z.array(
    z.discriminatedUnion('is', [
      z.object({ is: z.literal('due'), at: momentSchema, words: wordsSchema, owner: personSchema }),
      z.object({
        is: z.literal('talk'),
        at: momentSchema,
        about: lineSchema,
        minutes: z.int().check(z.positive()),
      }),
    ]),
  ),
  kept: z.array(z.object({ words: wordsSchema, owner: personSchema })),
  more: z.object({ needs: z.int(), ahead: z.int(), kept: z.int() }),
  today: linkSchema,
});

export type Digest = z.output<typeof digestSchema>;

function needTold(need: DigestNeed, { words: { digest }, tell }: Context): Phrase {
  const when = 'at' in need && need.at !== undefined ? tell.short(need.at) : own('');
  switch (need.code) {
    case 'change-asked':
      return digest.asks(need.person, need.asks, when);
    case 'declined':
      return digest.declined(need.person, when);
    case 'time-proposed':
      return digest.timeProposed(need.person, when);
    case 'verdict':
      return digest.verdict(need.person);
    case 'unanswered':
      return digest.unanswered(need.person);
    case 'address-failed':
      return digest.addressFailed(need.person);
    case 'wrap-up':
      return need.people.length > 0 && need.at ? digest.wrapUp(need.people, when) : digest.wrapUpAlone;
    case 'own-due':
      return need.at && !tell.isPast(need.at) ? digest.ownDue(when) : digest.ownPassed(when);
    case 'own-unanswered':
      return digest.ownUnanswered;
  }
}

function andMore(count: number, { words: { digest } }: Context): Block[] {
  return count === 0 ? [] : [{ is: 'paragraph', of: digest.more(count), quiet: true }];
}

function needsOf({ needs, more }: Digest, context: Context): Block[] {
  if (needs.length === 0) return [];
  return [
    { is: 'heading', of: context.words.digest.needs },
    // Each on its own, so that one sees where the next begins.
    ...needs.map((need): Block => {
      const label = needTold(need, context);
      return { is: 'links', of: [{ label, sub: say`${need.about}`, to: need.to }] };
    }),
    ...andMore(more.needs, context),
  ];
}

function aheadOf({ ahead, more }: Digest, context: Context): Block[] {
  if (ahead.length === 0) return [];
  const { words: all, tell } = context;
  const rows = ahead.map((one) => ({
    label: tell.short(one.at),
    value:
      one.is === 'talk'
        ? all.digest.talk(one.about, one.minutes)
        : say`${[quote(one.words)]} – ${all.commitment.of(one.owner)}`,
  }));
  return [{ is: 'heading', of: all.digest.ahead }, { is: 'facts', rows }, ...andMore(more.ahead, context)];
}

function keptOf({ kept, more }: Digest, context: Context): Block[] {
  if (kept.length === 0) return [];
  const { digest } = context.words;
  return [
    { is: 'heading', of: digest.kept },
    {
      is: 'facts',
      rows: kept.map(({ words: said, owner }) => ({ label: digest.keptBy(owner), value: [quote(said)] })),
    },
    ...andMore(more.kept, context),
  ];
}

export function digestView(section: Digest, context: Context): View {
  const { digest } = context.words;
  const needs = section.needs.length + section.more.needs;
  const ahead = section.ahead.length + section.more.ahead;
  const subject = digest.subject(needs, ahead);
  return {
    subject,
    title: subject,
    lead: digest.lead(needs, ahead),
    namesTopic: true,
    blocks: [
      ...needsOf(section, context),
      ...aheadOf(section, context),
      ...keptOf(section, context),
      { is: 'answers', of: [{ label: digest.open, to: section.today, main: true }] },
      { is: 'paragraph', of: digest.weekly, quiet: true },
    ],
  };
}

const page = 'https://talks.northwind.example/conversations/abc';

export const digestSamples = (): Sample<Digest>[] => {
  const sent = '2027-01-11T14:00Z';
  const none = { needs: 0, ahead: 0, kept: 0 };
  const about = 'Discounts given away without asking';
  const section: Digest = {
    kind: 'digest',
    needs: [
      {
        code: 'change-asked',
        about,
        to: page,
        person: bill,
        asks: 'date',
        at: at('2027-01-20T22:00Z'),
      },
      { code: 'wrap-up', about: 'Late loading', to: page, people: [meiLing], at: at('2027-01-08T15:00Z') },
      { code: 'own-due', about, to: page, at: at('2027-01-11T22:00Z') },
    ],
    ahead: [
      {
        is: 'due',
        at: at('2027-01-12T22:00Z'),
        words: 'Set a hard stop at 15% in the quote tool',
        owner: meiLing,
      },
      { is: 'talk', at: at('2027-01-13T13:30Z'), about, minutes: 15 },
      { is: 'due', at: at('2027-01-15T22:00Z'), words: 'Answer the phone within an hour', owner: you(dana) },
    ],
    kept: [{ words: 'Call before any discount over 15%', owner: bill }],
    more: none,
    today: 'https://talks.northwind.example/',
  };
  const { needs, ahead, kept } = section;
  return [
    { name: 'a week', to: 'dana', sent, section },
    { name: 'nothing needs you', to: 'dana', sent, section: { ...section, needs: [] } },
    {
      name: 'only what needs you',
      to: 'dana',
      sent,
      section: { ...section, ahead: [], kept: [], needs: needs.slice(0, 1) },
    },
    { name: 'only what was kept', to: 'dana', sent, section: { ...section, needs: [], ahead: [] } },
    {
      name: 'every kind of need, and more, hostile',
      to: 'dana',
      sent,
      section: {
        ...section,
        needs: [
          ...needs,
          {
            code: 'declined',
            about: hostileWords,
            to: page,
            person: hebrewName,
            at: at('2027-01-14T15:00Z'),
          },
          { code: 'time-proposed', about, to: page, person: bill, at: at('2027-01-14T16:00Z') },
          { code: 'verdict', about, to: page, person: bill },
          { code: 'unanswered', about, to: page, person: meiLing },
          { code: 'address-failed', about, to: page, person: bill },
          { code: 'own-unanswered', about, to: page },
          { code: 'wrap-up', about, to: page, people: [] },
        ],
        ahead: ahead.map((one) =>
          one.is === 'due' ? { ...one, words: hostileWords } : { ...one, about: hostileWords },
        ),
        kept: kept.map((one) => ({ ...one, words: hostileWords })),
        more: { needs: 4, ahead: 12, kept: 1 },
      },
    },
  ];
};
