import { own, type Phrase, say } from '../../parts/phrase.ts';
import { duration, InWords, inWords, type Named, Who } from './names.ts';
import { dashboard } from './pages-dashboard.ts';

const things = (count: number) => `${inWords(count)} ${count === 1 ? 'thing' : 'things'}`;
const needYou = (count: number) => `${things(count)} ${count === 1 ? 'needs' : 'need'} you`;

/** The manager's mail at the beginning of a week. Needs read as on their first page. */
export const digest = {
  subject: (needs: number, ahead: number): Phrase => {
    if (needs > 0 && ahead > 0) return own(`Your week: ${needYou(needs)}, ${inWords(ahead)} ahead`);
    if (needs > 0) return own(`Your week: ${needYou(needs)}`);
    return own(ahead > 0 ? `Your week: ${things(ahead)} ahead` : 'Last week, what was agreed was kept');
  },
  lead: (needs: number, ahead: number): Phrase => {
    if (needs > 0 && ahead > 0) return say`First what needs you, then what comes.`;
    if (needs > 0) return say`Nothing is due this week.`;
    return ahead > 0
      ? say`Nothing needs you now. This is what comes.`
      : say`Nothing is due this week, and nothing needs you.`;
  },
  needs: say`Needs you`,
  ahead: say`This week`,
  kept: say`Kept last week`,
  talk: (about: string, minutes: number) => say`You talk, ${own(duration(minutes))}: ${about}`,
  keptBy: (owner: Named) => Who(owner),
  more: (count: number) =>
    say`${own(InWords(count))} more ${own(count === 1 ? 'stands' : 'stand')} on your page.`,
  open: say`Open Today`,
  weekly: say`This mail comes once a week, and only when there is something in it.`,
  asks: dashboard.asks,
  declined: (person: Named, when: Phrase) => say`${Who(person)} can’t make ${when}`,
  timeProposed: (person: Named, when: Phrase) => say`${Who(person)} proposes ${when}`,
  verdict: dashboard.verdict,
  unanswered: dashboard.unanswered,
  addressFailed: dashboard.failed,
  wrapUp: (people: readonly Named[], when: Phrase) =>
    say`${dashboard.talkedWith(people)} on ${when}. How did it end?`,
  wrapUpAlone: own(dashboard.wrapUpAlone),
  ownDue: (when: Phrase) => say`Yours is due ${when}`,
  ownPassed: (when: Phrase) => say`Yours was due ${when}`,
  ownUnanswered: own(dashboard.ownUnanswered),
};
