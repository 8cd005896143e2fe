/** What stands in a calendar, and who a mail says it is from: plain text, because no markup goes there. */
export const calendar = {
  from: (manager: string, tenant: string) => `${manager}, for ${tenant}`,
  fromProduct: (tenant: string) => `Nevertwice, for ${tenant}`,
  talk: (title: string) => `We talk: ${title}`,
  talkAbout: (page: string) =>
    `First what went well, then what we learned, then what follows.\n\nYour page, also to say what you want to bring: ${page}`,
  coaching: (title: string) => `Learn how: ${title}`,
  coachingAbout: (page: string) =>
    `A session to learn how. Nothing is decided in it.\n\nIt does not suit you? Say so on your page: ${page}`,
  cadence: (title: string) => `A short word: ${title}`,
  cadenceAbout: (page: string) =>
    `A few minutes about one thing, offered and not imposed.\n\nBring one thing, or say that it does not suit you: ${page}`,
  sharedSideAbout: {
    coaching:
      'A session to learn how. Nothing is decided in it.\n\nIt does not suit you? Say so on your page: its link is in the mails that you got.',
    cadence:
      'A few minutes about one thing, offered and not imposed.\n\nBring one thing, or say that it does not suit you, on your page: its link is in the mails that you got.',
  },
  due: (action: string) => `Due: ${action}`,
  dueAbout: (action: string, page: string) =>
    `“${action}”\n\nDone, or another date? Say it on your page: ${page}`,
  done: (action: string) => `Done: ${action}`,
  /** In an entry that several people have there is nobody's own link. */
  sharedTalkAbout:
    'First what went well, then what we learned, then what follows.\n\nWhat you want to bring you can say on your page: its link is in the mails that you got about this talk.',
  sharedDueAbout: (action: string) =>
    `“${action}”\n\nDone, or another date? Say it on your page: its link is in the mails that you got about it.`,
  sharedDoneAbout: 'It is done, and your time is free.',
  doneAbout: (page: string) => `It is done, and your time is free.\n\nYour page: ${page}`,
};
