import { own, type Phrase, say } from '../../parts/phrase.ts';
import { type Named, Who, who, whose } from './names.ts';

/** To the manager: somebody's calendar declined the check-in. */
export const declined = {
  subject: (person: Named, day: Phrase) => say`${Who(person)} can’t make it on ${day}`,
  lead: (person: Named) =>
    say`${Who(person)} declined the invitation to talk. It is about the time only; what you agreed stays.`,
  talk: say`You would talk`,
  answered: say`Declined`,
  instead: say`Or talk at another time`,
  fits: say`Everybody works at these times; nobody’s calendar was looked at. The page opens with the one you choose, and moves it when you press.`,
  move: say`Choose another time`,
  look: say`See when everyone is free`,
  moveSay: say`everybody gets the new time in their calendar`,
  stays: (person: Named) => say`If you do nothing, it stays where it is, without ${who(person)}.`,
};

const NAMED_FILES = 3;

/** What came with a mail is not kept; its sender can be asked for it. */
function filesNotKept(files: readonly string[]): Phrase {
  const more = files.length - NAMED_FILES;
  const [first, ...others] = files.slice(0, NAMED_FILES);
  const names = others.reduce((told, file) => say`${told}, ${file}`, say`${first ?? ''}`);
  const all = more > 0 ? say`${names} and ${own(more === 1 ? 'one' : `${more}`)} more` : names;
  return files.length === 1
    ? say`1 file was not kept: ${all}.`
    : say`${own(`${files.length}`)} files were not kept: ${all}.`;
}

/** To the manager: somebody answered a mail of ours by writing one. */
export const wrote = {
  subject: (person: Named) => say`${Who(person)} wrote back`,
  proposes: (person: Named) => say`${Who(person)} proposes another time to talk`,
  unproved: (person: Named) => say`Somebody wrote to ${whose(person)} reply address`,
  lead: (person: Named) =>
    say`${Who(person)} answered one of our mails. What follows from these words is yours to say.`,
  proposesLead: say`The check-in stays where it is until you move it.`,
  unprovedLead: (person: Named) =>
    say`We can’t tell whether it was ${who(person)}, so it counts for nothing. Ask before you act on it.`,
  notKept: filesNotKept,
  came: say`Came`,
  proposal: say`Proposed`,
  open: say`Open the conversation`,
  move: say`Move the check-in`,
  notAnswered: (person: Named) => say`We have not answered ${who(person)}; that is up to you.`,
};
