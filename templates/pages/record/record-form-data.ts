import type { CommitmentId, PersonId } from '../../../functions/domain/facts.ts';
import type { FieldError } from '../../../functions/domain/refusal.ts';
import type { ConversationData } from '../parts/conversation-data.ts';
import type { Typed } from '../parts/field.tsx';

/** All that the form shows: what was typed and what is wrong with it, by the names of its fields. */
export type RecordFormData = {
  email: string;
  typed: Typed;
  errors: readonly FieldError[];
  participants: number;
  commitments: number;
  laterCheckIns: number;
  /** The id in the preview of each commitment of the form; blank ones have none. */
  commitmentIds: readonly (CommitmentId | undefined)[];
  mayAdd: { participant: boolean; commitment: boolean; checkIn: boolean };
  hidden: Readonly<Record<string, string>>;
  zones: readonly string[];
  /** Between which days the check-in is best. */
  talkBetween: { from: string; until: string };
  /** It is late for the manager: until when it should wait, as a wall time and in words. */
  late: { time: string; wall: string; told: string } | undefined;
  notice: 'again' | 'expired' | { used: string } | undefined;
  preview:
    | { data: ConversationData; recaps: readonly { to: PersonId; subject: string; text: string }[] }
    | undefined;
};
