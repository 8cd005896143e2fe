import { by, join, link, own, type Phrase, quote, say, strong } from '../../parts/phrase.ts';
import { everybody, InWords, inWords, type Named, Who, who, whose } from './names.ts';

type Asked = 'words' | 'date' | 'consequence' | 'kept-after-all';

type Repeat = { href: string; title: string; month: string };

const repeated = (repeats: readonly Repeat[]): Phrase =>
  join(
    repeats.map(({ href, title, month }) => [link(href, say`${title}, ${own(month)}`)]),
    '; ',
  );

/** The manager's first page, and the lists behind it. */
export const dashboard = {
  title: 'Today',
  needsYou: (count: number) => (count === 1 ? 'One thing needs you.' : `${InWords(count)} things need you.`),
  nothingNeeds: 'Nothing needs you.',
  nothingAmong: 'Nothing of the newest needs you.',
  moreOlder: 'Look through the older open ones',
  emptyLead:
    'Have the conversation first, face to face. Then come here for two minutes, so that you never have to have it again.',
  write: 'Write down what you agreed',
  whatThen: 'What it does then',
  steps: [
    ['ahead', 'At once', 'Everyone gets their own recap:', 'who does what, by when, and what follows.'],
    [
      'ahead',
      'In between',
      'It reminds, and it asks,',
      'at the right hour of the right person’s day. You too.',
    ],
    [
      'talk',
      'In one or two weeks',
      'You talk again, fifteen minutes.',
      'What went well, what you learned, what follows.',
    ],
    ['gone', 'Never', '', 'The same conversation a second time.'],
  ] as const,
  needsLabel: 'Needs you now',
  more: (count: number) => `${InWords(count)} more`,
  asks: (asker: Named, kind: Asked, date: Phrase): Phrase => {
    switch (kind) {
      case 'words':
        return say`${Who(asker)} says something is not right`;
      case 'date':
        return say`${Who(asker)} proposes ${date}`;
      case 'consequence':
        return say`${Who(asker)} says what should follow`;
      case 'kept-after-all':
        return say`${Who(asker)} says it was done after all`;
    }
  },
  by: (asker: Named) => by(say`${who(asker)}`),
  about: (action: string) => say`About ${quote(action)}`,
  verdict: (owner: Named) => say`How did ${whose(owner)} part end?`,
  talkedWith: (people: readonly Named[]) => say`You talked with ${everybody(people)}`,
  wrapUp: (people: readonly Named[], day: string) =>
    say`You talked with ${everybody(people)} on ${own(day)}. How did it end?`,
  wrapUpAlone: 'The talk is over. How did it end?',
  verdicts: (count: number) =>
    count === 1
      ? 'One verdict is still yours to give.'
      : `${InWords(count)} verdicts are still yours to give.`,
  ownUnanswered: 'Yours has changed, and waits for your yes',
  ownToday: (time: string) => `Yours is due today, ${time}`,
  ownPassed: (day: string) => `Yours was due on ${day}`,
  unanswered: (person: Named) => say`${Who(person)} has not answered yet`,
  unansweredHint: 'No more reminders go out. A word in person is quicker.',
  failed: (person: Named) =>
    person.you ? say`Your own mail does not reach you` : say`${Who(person)} gets no mail`,
  held: {
    paused: (since: string) => `Mail is held since ${since}: the mail service has paused it.`,
    quota: (since: string) => `Mail is held since ${since}: the mails of a day are used up.`,
    unreachable: (since: string) => `Mail is held since ${since}: the mail service does not answer.`,
  },
  heldThen: 'Nothing is lost: it leaves by itself, except what is out of date by then.',
  failedSince: {
    bounced: (day: string) => `The address takes no mail, since ${day}`,
    complained: (day: string) => `Our mail was marked as unwanted on ${day}, so none goes there`,
    suppressed: (day: string) => `Earlier mail to the address came back, so none goes there since ${day}`,
  },
  declined: (person: Named, when: string) => say`${Who(person)} can’t make ${own(when)}`,
  timeProposed: (person: Named, when: string) => say`${Who(person)} proposes ${own(when)}`,
  insteadOf: (when: string) => `Instead of ${when}`,
  act: {
    accept: 'Accept',
    talk: 'Talk about it',
    answer: 'Answer it',
    done: 'Done',
    notYet: 'Not yet',
    wrapUp: 'Wrap up',
    end: 'Say how it ended',
    look: 'Open it',
    print: 'Print the recap',
    address: 'Correct the address',
    move: 'Choose another time',
  },
  due: 'Due in the next seven days',
  dueElsewhere: (reading: string, place: string) => `${reading} in ${place}`,
  notAnswered: 'Not answered yet',
  open: 'Open conversations',
  noOpen: 'None is open.',
  ended: 'Over',
  with: (people: readonly Named[]) =>
    people.length === 0 ? say`With nobody yet` : say`${everybody([...people, { name: '', you: true }])}`,
  agreed: (count: number, all: number) => (all === 1 ? 'Not agreed yet' : `${count} of ${all} agreed`),
  running: (count: number) => `${count} running`,
  kept: (count: number) => `${count} kept`,
  talk: (when: string) => `You talk on ${when}`,
  talked: (when: string) => `You talked on ${when}; wrap it up`,
  noTalk: 'No check-in ahead',
  endedOn: (status: 'closed' | 'cancelled' | 'taken-back', when: string) => {
    switch (status) {
      case 'closed':
        return `Closed; you wrote it down on ${when}`;
      case 'cancelled':
        return `Called off; you wrote it down on ${when}`;
      case 'taken-back':
        return `Taken back on ${when}`;
    }
  },
  find: 'Find a topic or a person',
  findButton: 'Find',
  which: 'Which ones',
  shows: {
    all: 'All',
    needs: 'Needs you',
    week: 'Due soon',
    open: 'Open',
    ended: 'Over',
  },
  lists: {
    all: 'Every conversation',
    needs: 'What needs you',
    week: 'Due in the next seven days',
    open: 'Open conversations',
    ended: 'What is over',
  },
  found: (typed: string): Phrase => say`Looking for “${typed}”`,
  onlyWith: (name: string): Phrase => say`With ${name}.`,
  everything: 'Show everything',
  none: {
    all: 'Nothing is written down yet.',
    needs: 'Nothing needs you.',
    week: 'Nothing falls due.',
    open: 'None is open.',
    ended: 'None is over yet.',
  },
  notFound: 'Nothing like that here.',
  notFoundYet: 'Nothing like that among the newest.',
  behind: (count: number) => `${InWords(count)} more wait behind these.`,
  older: 'Older ones',
  searchOlder: 'Search older ones',
  newest: 'Back to the newest',
  had: 'Had once',
  helped: 'What helped',
  helpedBy: (owner: Named, title: string) => by(say`${who(owner)}, about “${title}”`),
  notRepeated: (count: number, all: number) =>
    all === 1 && count === 1 ? 'One topic, had once' : `${count} of ${all} not repeated`,
  months: (months: readonly { name: string; count: number; again: number }[]) =>
    `Topics by month: ${months
      .map(({ name, count, again }) => {
        if (again === 0) return `${name} ${count}`;
        return `${name} ${count}, ${again === count && count === 1 ? 'had twice' : `${inWords(again)} of them had twice`}`;
      })
      .join('; ')}`,
  monthShort: (month: string) => month.slice(0, 3),
  dot: 'Each dot is a topic, in the month you first talked about it.',
  pair: (repeats: readonly Repeat[]): Phrase =>
    say`A pair is one you had again within 90 days: ${repeated(repeats)}.`,
  again: (repeats: readonly Repeat[]): Phrase => say`Had again within 90 days: ${repeated(repeats)}.`,
  keptOf: (counted: number, kept: number, late: number): string => {
    const tail =
      late === 0
        ? ''
        : late === kept && kept === 1
          ? ', and told late'
          : `, ${inWords(late)} of those told late`;
    return counted === 1
      ? `One commitment has ended; it was ${kept === 1 ? 'kept' : 'not kept'}${tail}.`
      : `Of ${counted} commitments that ended ${kept} were kept${tail}.`;
  },
  newestOnly: (count: number) => `Counted among your newest ${count} conversations.`,
  owner: (owner: Named) => strong(Who(owner)),
  broken: {
    title: 'Not read',
    heading: 'Your conversations could not be read just now.',
    lead: 'Nothing is lost, and every mail goes out as planned. Try again in a minute.',
    again: 'Try again',
  },
};
