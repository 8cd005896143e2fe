import { link, own, type Phrase } from '../parts/phrase.ts';
import type { Envelope } from './envelope.ts';
import { phraseText } from './phrase-text.ts';
import { subjectLine } from './subject.ts';
import type { Context, View } from './view.ts';

/** What stands around the sections, in words. `repeated`: which views go on under the title of the one before. */
export type Frame = {
  language: string;
  direction: 'ltr' | 'rtl';
  subject: string;
  preheader: string;
  from: Phrase;
  footer: readonly Phrase[];
  footerLinks: readonly { label: Phrase; to: string }[];
  logo: Envelope['tenant']['logo'];
  repeated: readonly boolean[];
  /** What the html says if long texts are cut in it. */
  shortened: Phrase;
};

function fromLine({ envelope, words, topic }: Context, namesTopic: boolean): Phrase {
  const { tenant, reader, conversation } = envelope;
  if (namesTopic) {
    return reader.isManager
      ? words.envelope.fromProduct(tenant.name)
      : words.envelope.from(conversation.managerName, tenant.name);
  }
  return reader.isManager
    ? words.envelope.aboutYours(topic, tenant.name)
    : words.envelope.about(topic, conversation.managerName);
}

function seenBy({ envelope: { footer }, words }: Context): Phrase {
  const { privateTo, sharedWith, answersSeenBy, agreedSeenBy, consequencesHidden } = footer;
  if (sharedWith) return words.envelope.sharedWith(sharedWith);
  if (privateTo) return words.envelope.privateTo(privateTo);
  return words.envelope.seenBy(answersSeenBy, agreedSeenBy, consequencesHidden ?? false);
}

function footerOf(context: Context): Phrase[] {
  const { envelope, words, tell } = context;
  const { footer, reader } = envelope;
  const { repliesReadBy, erasedFrom, erasedAfterDays } = footer;
  const erased = erasedFrom === 'leaving' ? words.envelope.erasedAfterLeaving : words.envelope.erased;
  return [
    repliesReadBy === undefined ? words.envelope.repliesUnread : words.envelope.repliesReadBy(repliesReadBy),
    [...seenBy(context), ...own(' '), ...erased(erasedAfterDays)],
    words.envelope.timesIn(tell.place(reader.zone)),
  ];
}

function footerLinks({ envelope, words }: Context): Frame['footerLinks'] {
  const { why, unsubscribe, conversationPage } = envelope.links;
  return [
    { label: words.envelope.why, to: why },
    ...(unsubscribe === undefined ? [] : [{ label: words.envelope.fewer, to: unsubscribe }]),
    ...(conversationPage === undefined
      ? []
      : [{ label: words.envelope.conversationPage, to: conversationPage }]),
  ];
}

/** `views` in the order in which they stand; the first gives subject and first line. */
export function frameOf(context: Context, views: readonly [View, ...View[]]): Frame {
  const [first, ...more] = views;
  const headed = views.map(({ title, lead }) => `${phraseText(title)}\n${phraseText(lead)}`);
  return {
    language: context.words.language,
    direction: context.words.direction,
    subject: subjectLine(first.subject, more.length === 0 ? '' : context.words.envelope.andMore(more.length)),
    preheader: phraseText(first.lead),
    from: fromLine(context, first.namesTopic ?? false),
    footer: footerOf(context),
    footerLinks: footerLinks(context),
    logo: context.envelope.tenant.logo,
    shortened: [
      ...context.words.envelope.shortened,
      ...own(' '),
      link(context.envelope.links.page, context.words.envelope.yourPage),
    ],
    repeated: headed.map((one, i) => i > 0 && one === headed[i - 1]),
  };
}
