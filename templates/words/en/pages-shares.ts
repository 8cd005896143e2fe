import { own, type Phrase, say, strong } from '../../parts/phrase.ts';
import { everybody, InWords, type Named, who } from './names.ts';
import { form } from './pages-form.ts';

/** A manager's notes to people, which ask nothing of them. */
export const shares = {
  nav: 'Share',
  title: 'Share a note',
  lead: 'For people to know. No date, no answer, no reminder, and nobody sees whether it was read.',
  errors: (count: number) =>
    count === 1 ? 'One thing, then it can go.' : `${InWords(count)} things, then it can go.`,
  who: 'For whom',
  zone: 'Time zone in which people work',
  fieldName: (path: string) => {
    const names: Record<string, string> = {
      title: 'About what',
      note: 'What they should know',
      timezone: 'Time zone',
    };
    return names[path] ?? form.fieldName(path);
  },
  topic: 'About what, in a few words',
  topicHint: 'It stands in the subject of the mail.',
  note: 'What they should know',
  noteHint: 'In your own words; they stand in the mail as yours.',
  send: 'Share it',
  sendLead: 'Then there is a minute to take it back. Each person gets it in their own working hours.',
  again: 'Here is your note as you typed it.',
  used: 'This form was sent before, with something else in it. Look below, or press again to share this too.',
  expired: 'You signed in anew meanwhile. Everything you typed is here; press again.',
  sent: 'Shared before',
  none: 'Nothing yet.',
  older: 'Older ones',
  newest: 'The newest',
  to: (people: readonly Named[]): Phrase => say`To ${everybody(people)}`,
  takenBack: 'Taken back before anything left',
  leaves: (time: string) => `It leaves at ${time}.`,
  leavesLead: (people: readonly Named[]): Phrase =>
    say`Until then you can take it back. After that it goes to ${everybody(people)}, each in their working hours.`,
  undo: 'Undo, back to the form',
  shared: (day: string, people: readonly Named[]): Phrase =>
    say`Shared on ${own(day)} with ${everybody(people)}`,
  yours: 'Your note',
  gets: 'Who gets it',
  got: 'Who got it',
  gotLead: 'As far as mailboxes tell. Whether somebody read it is theirs.',
  back: 'What came back',
  by: (one: Named): Phrase => who(one),
  unproved: 'We can’t tell who sent this.',
  another: 'Share another note',
  erased: (days: number) => `Erased after ${days} days.`,
  person: {
    readingAs: (name: string): Phrase => say`You are reading as ${strong([{ is: 'given', text: name }])}`,
    back: 'Back to the note',
    lead: (manager: Named, day: string): Phrase =>
      say`${who(manager)} shared this with you on ${own(day)}. Nothing is asked of you.`,
    with: (others: readonly Named[]): Phrase =>
      others.length === 0
        ? say`It went to you alone.`
        : say`It went to ${everybody([...others, { name: '', you: true }])}, in a mail each.`,
    answer: (manager: Named): Phrase =>
      say`If you want to say something: answer the mail, and ${who(manager)} reads it.`,
  },
};
