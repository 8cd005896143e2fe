/** What stands in a calendar, and who a mail says it is from: plain text, because no markup goes there. */
export const calendar = {
  from: (manager: string, tenant: string) => `${manager}, for ${tenant}`,
  fromProduct: (tenant: string) => `Nevertwice, for ${tenant}`,
  talk: (title: string) => `We talk: ${title}`,
  talkAbout: (page: string) =>
    `First what went well, then what we learned, then what follows.\n\nYour page, also to say what you want to bring: ${page}`,
  due: (action: string) => `Due: ${action}`,
  dueAbout: (action: string, page: string) =>
    `“${action}”\n\nDone, or another date? Say it on your page: ${page}`,
  done: (action: string) => `Done: ${action}`,
  doneAbout: (page: string) => `It is done, and your time is free.\n\nYour page: ${page}`,
};
