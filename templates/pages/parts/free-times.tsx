import type { Instant } from '../../../functions/domain/instant.ts';
import type { Tenant } from '../../../functions/domain/tenant.ts';
import type { WallTime } from '../../../functions/domain/wall-time.ts';
import type { Named } from '../../words/en/names.ts';
import { enPages } from '../../words/en-pages.ts';
import { Told } from './told.tsx';

const { freeTimes: words } = enPages;

/** Times at which people could talk. `wall`: on the conversation's clock; `unseen`: whose calendar was not seen. */
export type FreeData = {
  calendar: Tenant['calendar'];
  calendars: 'looked-at' | 'not-connected' | 'unreadable';
  slots: readonly { at: Instant; wall: WallTime }[];
  unseen: readonly Named[];
};

/** What was looked at, and what was not. */
export function FreeNote({ free }: { free: FreeData }) {
  const { calendar, calendars, slots, unseen } = free;
  const isSeen = calendars === 'looked-at';
  const some = isSeen ? words.free : words.hours;
  const none = isSeen ? words.notFree : words.noHours;
  return (
    <div class="stack-s" role="status">
      {calendars === 'unreadable' && (
        <p>
          <Told phrase={words.unreadable(calendar)} />
        </p>
      )}
      <p>{slots.length > 0 ? some : none}</p>
      {isSeen && unseen.length > 0 && (
        <p class="small quiet">
          <Told phrase={words.unseen(unseen)} />
        </p>
      )}
    </div>
  );
}

/** Looks for times and changes nothing; the form comes back with everything in it. `to`: where on the page they stand. */
export function FreeButton(props: { calendar: Tenant['calendar']; action: string; to: string }) {
  return (
    <button
      type="submit"
      class="plain"
      name="free"
      value="yes"
      formnovalidate={true}
      formaction={`${props.action}#${props.to}`}
    >
      {words.ask(props.calendar)}
    </button>
  );
}
