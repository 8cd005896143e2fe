import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readLetter } from './letter.ts';
import { linkOf } from './people.ts';
import {
  DIRK,
  END,
  openWarehouse,
  playSteps,
  recordStory,
  type Story,
  seenMails,
  TIMELINE,
  TOM,
  wantedMails,
} from './warehouse-story.ts';

let story: Story;

beforeAll(async () => {
  story = await recordStory(await openWarehouse());
  await playSteps(story, '', END);
  await story.system.moveTo(END);
});
afterAll(async () => {
  await story?.system.stop();
});

describe('the wrong pallets, from the form to the last nudge', () => {
  test('every mail leaves once, at the local time that was promised', async () => {
    const { system, id } = story;
    expect(seenMails(system, await system.mails())).toEqual(wantedMails(TIMELINE));
    expect(seenMails(system, await system.mails(id))).toEqual(wantedMails(TIMELINE));
  });

  test('every mail was asked of SES once, delivered, and nothing failed on the way', async () => {
    const { system, manager, id } = story;
    const sends = (await system.calls()).filter(({ action }) => action === 'SendRawEmail');
    const weeks = await system.weeks();
    expect(new Set(weeks.map(({ at }) => at.slice(0, 10))).size).toBe(weeks.length);
    expect(sends).toHaveLength(wantedMails(TIMELINE).length + weeks.length);
    const { plan, formerReceipts } = await manager.read(id);
    const receipts = [...plan.flatMap(({ receipt }) => receipt ?? []), ...formerReceipts];
    expect(new Set(receipts.map(({ outcome }) => outcome))).toEqual(new Set(['delivered']));
    expect(plan.filter(({ state }) => state === 'ahead')).toEqual([]);
    expect(await system.failures()).toEqual([]);
  });

  test('whatever did not leave says why', async () => {
    const { plan } = await story.manager.read(story.id);
    const notSent = plan.filter(({ receipt }) => !receipt);
    const reasons = notSent.map(({ key, skipped }) => `${key.split('_').slice(0, 3).join(' ')}: ${skipped}`);
    expect(reasons).toEqual(
      expect.arrayContaining([
        'start c3 p4: lead-time-passed',
        'heads-up c2 p3: settled',
        'due-check c2 p3: settled',
        'not-answered all p1: answered',
      ]),
    );
    expect(notSent.filter(({ skipped }) => skipped === undefined)).toEqual([]);
  });

  test('the verdicts stand as people gave them', async () => {
    const { commitments } = (await story.manager.read(story.id)).state;
    expect(commitments.map(({ id, verdict }) => [id, verdict?.verdict, verdict?.how])).toEqual([
      ['c1', 'kept', 'reported'],
      ['c2', 'kept', 'reported'],
      ['c3', 'kept-late', 'judged'],
    ]);
  });

  test('each mail goes to one person and carries the link of nobody else', async () => {
    const { system, id } = story;
    const links = new Map<string, Set<string>>();
    for (const mail of await system.mails(id)) {
      expect(mail.to).toHaveLength(1);
      const { urls } = await readLetter(system, mail.id);
      const theirs = urls.flatMap((url) => /\/[pu]\/([A-Za-z0-9._~-]+)/.exec(url)?.[1] ?? []);
      const to = mail.to.join();
      links.set(to, new Set([...(links.get(to) ?? []), ...theirs]));
    }
    expect([...links.values()].map((tokens) => tokens.size)).toEqual([1, 1, 1, 1]);
    expect(new Set([...links.values()].flatMap((tokens) => [...tokens])).size).toBe(4);
    expect(await linkOf(system, id, DIRK)).not.toBe(await linkOf(system, id, TOM));
  });

  test('nobody but the two of them ever read of a miss', async () => {
    const { system, id } = story;
    for (const mail of await system.mails(id)) {
      if (!mail.to.some((to) => to !== DIRK && !to.startsWith('marieke'))) continue;
      expect((await readLetter(system, mail.id)).text).not.toContain('Dock 6 had no scanner');
    }
    const told = (await system.mails(id)).find(({ kind, to }) => kind === 'consequence' && to.includes(DIRK));
    expect((await readLetter(system, told?.id ?? '')).text).toContain('We stop loading after 20:00');
  });
});
