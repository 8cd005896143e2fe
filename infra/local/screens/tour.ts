import type { Page } from 'playwright-core';
import * as z from 'zod';
import { ClearError } from '../clear-error.ts';
import { createClient, type Refused } from '../demo/client.ts';
import { createInbox, linkFor } from '../demo/inbox.ts';
import { momentOfWall } from '../demo/times.ts';
import { MANAGER, ZONE } from '../minute/story.ts';

/** Where a walk happens and who looks. `see` gets each page in the state that its name says; the walk goes on when it is done. */
export type Walk = {
  appUrl: string;
  consoleUrl: string;
  /** A tab of somebody with cookies of their own and scripts on. */
  newPage(): Promise<Page>;
  see(name: string, page: Page): Promise<void>;
};

export type Tour = Awaited<ReturnType<typeof startTour>>;

/** The means of a walk: a manager's tab, a participant's, and everything that happens between two looks. */
export async function startTour(walk: Walk) {
  const { appUrl, see } = walk;
  const client = createClient(walk, MANAGER.email);
  const readMails = createInbox(client);
  const [desk, phone] = [await walk.newPage(), await walk.newPage()];

  async function linkOf(email: string): Promise<string> {
    const link = linkFor(await readMails(), email);
    if (link === undefined) throw new ClearError(`${email} has no mail with a link.`);
    return link;
  }
  function done<T>(answer: T | Refused): T {
    if (typeof answer === 'object' && answer !== null && 'errors' in answer)
      throw new ClearError(answer.errors.map(({ path, message }) => `${path}: ${message}`).join(' · '));
    return answer;
  }

  return {
    ...walk,
    desk,
    phone,
    linkOf,
    /** Looks at a page of the manager's. */
    async visit(name: string, path: string): Promise<void> {
      await desk.goto(new URL(path, appUrl).href);
      await see(name, desk);
    },
    /** Looks at somebody's own page; `rest` follows their link. */
    async visitAs(email: string, name: string, rest = ''): Promise<void> {
      await phone.goto(`${await linkOf(email)}${rest}`);
      await see(name, phone);
    },
    async record(body: unknown): Promise<string> {
      const { id } = done(await client.submit(body));
      return id;
    },
    command: async (id: string, command: unknown) => done(await client.command(id, command)),
    act: async (email: string, fields: Record<string, string>) =>
      done(await client.act(await linkOf(email), fields)),
    /** To a wall time of the tenant's zone, or a little later if that is over. */
    async moveTo(wall: string): Promise<void> {
      const to = momentOfWall(wall, ZONE);
      if (to > (await client.now())) await client.moveTo(to);
    },
  };
}

/** Sends fields from a page as one of its own forms would, with what that form carries unseen; answers when the answer shows. */
export async function sendFrom(page: Page, path: string, fields: Record<string, string>): Promise<void> {
  const hidden = await page.locator(`form[action="${path}"]`).first().locator('input[type=hidden]');
  const carried = z
    .array(z.tuple([z.string(), z.string()]))
    .parse(
      await hidden.evaluateAll((inputs) =>
        inputs.map((one) => [one.getAttribute('name'), one.getAttribute('value')]),
      ),
    );
  const begun = Object.fromEntries(carried.filter(([name]) => ['token', 'key', 'version'].includes(name)));
  await Promise.all([
    page.waitForEvent('load'),
    page.evaluate(
      ({ to, all }) => {
        const form = document.createElement('form');
        form.method = 'post';
        form.action = to;
        for (const [name, value] of Object.entries(all)) {
          const input = document.createElement('input');
          Object.assign(input, { type: 'hidden', name, value });
          form.append(input);
        }
        document.body.append(form);
        form.submit();
      },
      { to: path, all: { ...begun, ...fields } },
    ),
  ]);
}
