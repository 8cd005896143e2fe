import { link, own, type Phrase, quote, say } from '../../parts/phrase.ts';
import { type Named, Who, who, whose } from './names.ts';

/** What a manager can do with a conversation: headings, fields and buttons of each form. */
export const manage = {
  verdict: (owner: Named) => say`How did ${whose(owner)} part end?`,
  correct: 'Put the verdict right',
  correctHint: 'Whoever was told the other verdict gets one correction.',
  verdictLegend: 'It is',
  verdicts: [
    { value: 'kept', label: 'Kept' },
    { value: 'kept-late', label: 'Kept, told late' },
    { value: 'missed', label: 'Missed' },
    { value: 'released', label: 'We let it go' },
    { value: 'unresolved', label: 'Still open' },
  ],
  save: 'Save',
  renegotiate: 'A new date you both agreed on',
  newDate: 'The new date',
  newDateHint: 'Without a time it is the end of the owner’s day.',
  saidInPerson: (owner: Named) => say`What ${who(owner)} said in person`,
  saidHint: (owner: Named) => say`${Who(owner)} sees that you entered it, and can object.`,
  saidLegend: (owner: Named) => say`${Who(owner)} said`,
  said: [
    { value: 'agreed', label: 'I’ll do it' },
    { value: 'kept', label: 'Done' },
    { value: 'missed', label: 'Not yet' },
  ],
  saidRecap: 'I understand what everybody does',
  enter: 'Enter it',
  report: 'Done, or not yet?',
  done: 'Done',
  notYet: 'Not yet',
  reasonLegend: 'What got in the way?',
  reasons: [
    { value: 'needed-to-learn', label: 'I needed to learn how' },
    { value: 'in-the-way', label: 'Something was in the way' },
    { value: 'chose-something-else', label: 'I chose something else' },
    { value: 'rather-talk', label: 'I’d rather talk' },
  ],
  proposeDate: 'Propose another date',
  propose: 'Propose it',
  consequence: 'What should follow if it doesn’t happen?',
  helped: 'Say what helped',
  helpedLabel: 'What helped?',
  helpedBy: 'What helped:',
  accept: 'Accept',
  decline: 'Decline',
  answer: 'A word with your answer',
  requestTitle: (
    asker: Named,
    kind: 'words' | 'date' | 'consequence' | 'kept-after-all',
    date: Phrase,
  ): Phrase => {
    switch (kind) {
      case 'words':
        return say`${Who(asker)} says something is not right`;
      case 'date':
        return say`${Who(asker)} proposes another date: ${date}`;
      case 'consequence':
        return say`${Who(asker)} says what should follow`;
      case 'kept-after-all':
        return say`${Who(asker)} says it was done after all`;
    }
  },
  about: (action: string) => say`About ${quote(action)}`,
  acceptHint: (
    kind: 'words' | 'date' | 'consequence' | 'kept-after-all',
    amend: string | undefined,
  ): Phrase => {
    switch (kind) {
      case 'words':
        return amend === undefined
          ? own('Accept to say that you see it too.')
          : say`Accept to say that you see it too; then ${link(amend, own('amend what is written down'))}.`;
      case 'date':
        return own('Accept, and this is the date.');
      case 'consequence':
        return own('Accept, and it is agreed.');
      case 'kept-after-all':
        return own('Accept, and it counts as kept, told late.');
    }
  },
  pause: 'Pause',
  pauseHint:
    'No mail on these days and nothing is held against anybody. Only the dates are kept, never a reason.',
  from: 'First day away',
  until: 'Last day away',
  resume: 'End the pause',
  correctAddress: 'Correct the address',
  address: 'Mail address',
  addressHint: {
    again:
      'Recap and invitation go out again at once, then what comes next. What was missed is not sent late.',
    complained: 'Ask in person first whether mail is welcome.',
  },
  remove: (person: Named) => say`Take ${who(person)} out`,
  removeHint: 'What they own here is let go, and their link stops working.',
  removeButton: 'Take out of the conversation',
  print: 'Print the recap',
  moveCheckIn: 'Move it',
  when: 'When',
  minutes: 'Minutes',
  where: 'Where',
  moveButton: 'Move it',
  cancelCheckIn: 'Call it off',
  cancelCheckInHint: 'Everybody gets a cancellation, and it leaves their calendars.',
  addCheckIn: 'Add a check-in',
  addButton: 'Add it',
  bring: 'What do you want to bring?',
  bringHint: 'It goes on the agenda of the check-in.',
  bringButton: 'Put it on the agenda',
  amend: 'Amend what is written down',
  handOver: 'Hand over to another manager',
  handOverHint: 'They see all of it, and everybody is told.',
  name: 'Name',
  handOverButton: 'Hand it over',
  cancel: 'Call the whole conversation off',
  cancelHint: 'Everybody is told, and every invitation leaves the calendars.',
  cancelButton: 'Call it off',
  close: 'Close it',
  closeHint: 'Every commitment needs its verdict first. After that nothing leaves any more.',
  closeButton: 'Close the conversation',
  undo: 'Undo, back to the form',
  takeBack: 'Take your last answer back',
  forWhom: (person: Named) => say`${Who(person)}`,
  days: (from: string, until: string) => say`Away ${own(from)} to ${own(until)}`,
};
