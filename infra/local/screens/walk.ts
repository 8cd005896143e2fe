import { TENANT } from '../minute/story.ts';
import { beginDemo, walkAroundTheApp } from './around-the-app.ts';
import { walkAroundTheAccount, walkAtTheDoor } from './at-the-door.ts';
import { walkFirmer } from './firmer.ts';
import { walkHardToReach } from './hard-to-reach.tsx';
import { walkOneConversation } from './one-conversation.ts';
import { recordOthers, walkOthers } from './other-conversations.ts';
import { startTour, type Walk } from './tour.ts';

/** The system to walk through: its tenant, and the evening on which its clock begins. */
export const WALK_AT = { tenant: TENANT, now: '2027-01-08T02:30:00Z' } as const;

/** Leads somebody past every page in every state, once; the one list for whoever looks at them all. */
export async function walkThroughAll(walk: Walk): Promise<void> {
  const tour = await startTour(walk);
  await walkAtTheDoor(tour);
  const others = await recordOthers(tour);
  await walkOneConversation(tour);
  await beginDemo(tour);
  await walkOthers(tour, others);
  await walkFirmer(tour);
  await walkHardToReach(tour);
  await walkAroundTheAccount(tour);
  await walkAroundTheApp(tour);
}
