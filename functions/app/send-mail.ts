/**
 * What became of one attempt to send. `refused` is certain: nothing left. `unknown` may have left.
 * `paused`: SES takes nothing from this account or tenant; `quota`: nor will it before the day's quota is free again; `unreachable`: there was nobody to hand it to.
 * `detail` is a code without names or addresses, fit for a log.
 */
export type SendOutcome =
  | { outcome: 'accepted'; messageId: string }
  | {
      outcome: 'refused';
      reason: 'throttled' | 'quota' | 'rejected' | 'paused' | 'unreachable';
      retry: boolean;
      detail: string;
    }
  | { outcome: 'unknown'; detail: string };

/** Sends one raw mail to one address. Tag names and values: 1 to 256 of `[A-Za-z0-9_-]`. */
export type SendMail = (mail: {
  raw: Uint8Array;
  from: string;
  to: string;
  tags: Record<string, string>;
}) => Promise<SendOutcome>;
