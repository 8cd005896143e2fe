import type { HintCode } from '../../../functions/domain/coach/hint.ts';
import type { PersonId } from '../../../functions/domain/ids.ts';
import type { FieldError } from '../../../functions/domain/refusal.ts';
import type { Tenant } from '../../../functions/domain/tenant.ts';
import type { Phrase } from '../../parts/phrase.ts';
import type { ConversationData } from '../parts/conversation-data.ts';
import type { Typed } from '../parts/field.tsx';
import type { FreeData } from '../parts/free-times.tsx';

/** The id of the form, for the buttons that stand beside it. */
export const RECORD_FORM = 'record';

/** One of a few moments to tap, with what is to be said of it. */
export type Option = { value: string; label: string; note?: string };

/** What stands beside a field once a moment was typed: it in words, or (`unclear`) why it cannot be read. */
export type Spelled = {
  told: string | undefined;
  note: Phrase;
  /** When the owner is asked, where that is another moment. */
  asked: string | undefined;
  unclear?: string;
  /** The clocks change then, and it means two moments. */
  twice?: boolean;
};

/** A second check-in that the form proposes. */
export type Proposal = { value: string; label: string; taken: boolean };

/** A remark beside a field; `isFirst`: what matters most of this commitment. `split`: it becomes two. */
export type FormHint = {
  code: HintCode;
  message: Phrase;
  better: string | undefined;
  split: string | undefined;
  isFirst: boolean;
};

/** All that the form shows: what was typed and what is wrong with it, by the names of its fields. */
export type RecordFormData = {
  email: string;
  typed: Typed;
  errors: readonly FieldError[];
  participants: number;
  commitments: number;
  laterCheckIns: number;
  spelled: (name: string) => Spelled | undefined;
  /** Whether a commitment shows as a sentence until it is opened. */
  folded: (index: number) => boolean;
  dueOptions: readonly Option[];
  talkOptions: readonly Option[];
  calendar: Tenant['calendar'];
  /** When everybody could talk, if that was asked; `nobody`: there is nobody yet to talk with. */
  free: FreeData | 'nobody' | undefined;
  second: Proposal | undefined;
  /** People of earlier conversations. */
  contacts: readonly { name: string; email: string }[];
  /** The same topic with one of the same people, not long ago, and whether the manager says that it is the same again. */
  repeated:
    | {
        id: string;
        title: string;
        day: string;
        people: readonly string[];
        link: string;
        answer: 'yes' | 'no' | undefined;
      }
    | undefined;
  /** What the coach says about a field, until it is taken or waved off. */
  hint: (name: string) => FormHint | undefined;
  mayAdd: { participant: boolean; commitment: boolean; checkIn: boolean };
  hidden: Readonly<Record<string, string>>;
  /** Under which name a browser keeps what was typed; tells nothing of whose it is. */
  draft: { id: string; isFresh: boolean };
  zones: readonly string[];
  /** It is late for the manager: until when it should wait, as a wall time and in words. */
  late: { time: string; wall: string; told: string } | undefined;
  notice: 'again' | 'expired' | { used: string } | undefined;
  preview:
    | { data: ConversationData; recaps: readonly { to: PersonId; subject: string; text: string }[] }
    | { waitsFor: readonly string[] }
    | undefined;
};
