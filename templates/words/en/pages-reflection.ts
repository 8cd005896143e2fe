/** Five steps from resentment to co-elevation, each as somebody would say it of themselves. */
const steps = [
  { value: 'resentment', label: 'I resent it', small: 'I still go over what they did.' },
  { value: 'resistance', label: 'I hold back', small: 'I do my part, and no more than that.' },
  { value: 'coexistence', label: 'We get along', small: 'Each of us does their own.' },
  { value: 'collaboration', label: 'We work on it together', small: 'I ask, I answer, I lend a hand.' },
  { value: 'co-elevation', label: 'We lift each other', small: 'I want them to succeed, and they can tell.' },
] as const;

export const reflection = {
  link: 'Your side of it, for you alone',
  title: 'Your side of it',
  lead: 'For you alone: it goes into no mail and to nobody else, and it is erased with the conversation. You find it here, and in the file of what is kept about you.',
  step: 'How is my side of this?',
  steps,
  words: 'What will I do?',
  wordsHint: 'One thing of your own, this week. It need not be about them.',
  save: 'Keep it for me',
  forget: 'Empty both and keep that, and it is forgotten.',
  kept: 'Kept, for you alone.',
  back: 'Back to the conversation',
} as const;
