/** The request that a mail's link is about ("c2-7"), and the answer it would give; only the page's button gives it. */
export type MeantChange = { change: string | undefined; accept: 'yes' | 'no' | undefined };

/** What a link to a conversation's page is about: a person, or a commitment and maybe a request about it. */
export type ManagerMeant = MeantChange & { commitment: string | undefined; person?: string | undefined };
