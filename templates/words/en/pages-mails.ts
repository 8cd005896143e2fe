/** Which mails a manager wants. */
export const mails = {
  title: 'Mails',
  lead: 'For everything here, the conversations you lead and those you are part of. Who leads one of those sees what you stopped.',
};
