import * as z from 'zod/mini';
import { momentSchema } from '../../parts/moment.ts';
import { type Phrase, say } from '../../parts/phrase.ts';
import { actionWith, dateOf } from '../commitment-blocks.ts';
import type { Commitment } from '../props.ts';
import {
  agreedConsequenceSchema,
  checkInSchema,
  commitmentSchema,
  personSchema,
  reasonSchema,
  sayingSchema,
} from '../props.ts';
import { type Block, type Context, pageLink, type View } from '../view.ts';

/**
 * Before a check-in: celebrate, learn, what follows. Only what this reader may see:
 * - `who`: everybody in the talk, the reader among them.
 * - `kept`: everybody's, by name; `at`: when it was done.
 * - `learn`: the reader's own misses (for the manager: everybody's). `seenBy`: who else has that part.
 *   `learnHow`: its owner needs to learn how; with the session for it, where one is planned.
 * - `follows`: agreed consequences of misses, visible to this reader.
 * - `toSettle`: consequences never accepted or never said, raised here (`commitment.consequence` says which).
 * - `running`: due later. `open`: unresolved or never answered; the manager's only, or one's own.
 * - `brought`: what people want to bring (who may read it). `askBring`: ask this reader.
 */
export const agendaSchema = z.object({
  kind: z.literal('agenda'),
  checkIn: checkInSchema,
  who: z.array(personSchema),
  kept: z.array(z.object({ commitment: commitmentSchema, at: momentSchema })),
  learn: z.array(
    z.object({
      commitment: commitmentSchema,
      at: momentSchema,
      reported: z.boolean(),
      reason: z.optional(reasonSchema),
      reasonWords: z.optional(sayingSchema),
      learnHow: z.optional(z.partial(z.object({ when: momentSchema, helper: personSchema }))),
      seenBy: z.array(personSchema),
    }),
  ),
  follows: z.array(z.object({ commitment: commitmentSchema, consequence: agreedConsequenceSchema })),
  toSettle: z.array(commitmentSchema),
  running: z.array(commitmentSchema),
  open: z.array(
    z.object({ commitment: commitmentSchema, why: z.enum(['not-answered', 'change-open', 'no-report']) }),
  ),
  brought: z.array(sayingSchema),
  askBring: z.boolean(),
});

export type Agenda = z.output<typeof agendaSchema>;

function where({ checkIn, who }: Agenda, { words, tell }: Context): Block {
  const { agenda, dates } = words;
  const { when, minutes, where: place } = checkIn;
  const ends = tell.reading({ ...when, at: when.at + minutes * 60_000 }).time;
  return {
    is: 'facts',
    rows: [
      { label: agenda.when, value: dates.lasting(tell.short(when), ends, tell.place(when.zone)) },
      { label: agenda.who, value: agenda.everybody(who) },
      ...(place === undefined ? [] : [{ label: agenda.where, value: say`${place}` }]),
    ],
  };
}

/** A part of the talk with its heading, or nothing. */
const part = (heading: Phrase, blocks: readonly Block[]): Block[] =>
  blocks.length === 0 ? [] : [{ is: 'rule' }, { is: 'heading', of: heading }, ...blocks];

function learned({ learn }: Agenda, context: Context): Block[] {
  const { agenda, consequence, commitment: said } = context.words;
  const { tell } = context;
  return learn.flatMap(
    ({ commitment, at: when, reported, reason, reasonWords, learnHow, seenBy }): Block[] => {
      const day = dateOf(context, when);
      const about = reported
        ? agenda.notYetOn(commitment.owner, day)
        : agenda.noWordBy(commitment.owner, day);
      return [
        actionWith(commitment, about),
        ...(reason === undefined
          ? []
          : [{ is: 'paragraph', of: consequence.reasons[reason] } satisfies Block]),
        ...(reasonWords === undefined
          ? []
          : [{ is: 'paragraph', of: said.said(reasonWords.words, reasonWords.by) } satisfies Block]),
        ...(learnHow === undefined
          ? []
          : [
              {
                is: 'paragraph',
                of:
                  learnHow.when && learnHow.helper
                    ? agenda.learnsWith(commitment.owner, learnHow.helper, tell.full(learnHow.when))
                    : agenda.learnHow,
              } satisfies Block,
            ]),
        { is: 'paragraph', of: agenda.seenBy(seenBy), quiet: true },
      ];
    },
  );
}

/** What its owner said to the ask: how, and what help. */
function answered({ how, help }: Commitment, { words }: Context): Block[] {
  const { tones, commitment: said } = words;
  const rows = [
    ...(how === undefined ? [] : [{ label: tones.howTold, value: said.said(how.words, how.by) }]),
    ...(help === undefined ? [] : [{ label: tones.helpTold, value: said.said(help.words, help.by) }]),
  ];
  return rows.length === 0 ? [] : [{ is: 'facts', rows }];
}

function settle(commitment: Commitment, { words }: Context): Block[] {
  const { agenda } = words;
  const { consequence, owner } = commitment;
  return [
    actionWith(commitment, words.changed.of(owner)),
    {
      is: 'paragraph',
      of:
        consequence?.state === 'proposed'
          ? agenda.proposed(consequence.words, consequence.by)
          : agenda.nothingProposed,
    },
  ];
}

function parts(section: Agenda, context: Context): Block[] {
  const { words, tell } = context;
  const { agenda } = words;
  const allMine = section.learn.every(({ commitment }) => commitment.owner.you);
  const learnHeading = allMine ? agenda.youLearned : agenda.learned;
  return [
    ...part(
      agenda.wentWell,
      section.kept.map(({ commitment, at: when }) =>
        actionWith(commitment, agenda.doneOn(commitment.owner, dateOf(context, when))),
      ),
    ),
    ...part(learnHeading, learned(section, context)),
    ...part(
      agenda.follows,
      section.follows.map(({ commitment, consequence }) => ({
        is: 'quote',
        words: consequence.words,
        by: agenda.agreedOn(
          consequence.by,
          commitment.owner,
          consequence.agreedAt && dateOf(context, consequence.agreedAt),
        ),
      })),
    ),
    ...part(
      agenda.toSettle,
      section.toSettle.flatMap((one) => settle(one, context)),
    ),
    ...part(
      agenda.running,
      section.running.flatMap((one) => [
        actionWith(
          one,
          one.due === undefined ? agenda.habit(one.owner) : agenda.until(one.owner, tell.short(one.due)),
        ),
        ...answered(one, context),
      ]),
    ),
    ...part(
      agenda.open,
      section.open.flatMap(({ commitment, why }) => [
        actionWith(commitment, agenda.openWhy[why](commitment.owner)),
        ...answered(commitment, context),
      ]),
    ),
    ...part(
      agenda.brought,
      section.brought.map(({ words: brought, by }) => ({
        is: 'quote',
        words: brought,
        by: agenda.broughtBy(by),
      })),
    ),
  ];
}

export function agendaView(section: Agenda, context: Context): View {
  const { words, tell, topic, envelope } = context;
  const { agenda, dates } = words;
  const { when, minutes } = section.checkIn;
  const subject = agenda.subject(dates.near(tell.reading(when), tell.nearness(when)), minutes, topic);
  const blocks = parts(section, context);
  const bring: Block[] = [
    { is: 'paragraph', of: agenda.bringOne(envelope.conversation.manager) },
    { is: 'answers', of: [{ label: agenda.bringButton, to: pageLink(context, ['bring']), main: true }] },
  ];
  return {
    subject,
    title: subject,
    lead: agenda.lead,
    namesTopic: true,
    top: [where(section, context)],
    blocks: [
      ...(blocks.length === 0
        ? [{ is: 'paragraph', of: agenda.nothingYet } satisfies Block]
        : blocks.slice(1)),
      ...(section.askBring ? part(agenda.bring, bring) : []),
    ],
  };
}
