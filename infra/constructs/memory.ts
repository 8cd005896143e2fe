/**
 * MB of each Lambda; the processor comes with it: a whole one at 1,769 MB. People wait for pages. Nobody waits for a wake, which
 * itself waits most of its time, for SES and for turns in the send rate, and waiting costs by memory.
 */
export const MEMORY_MB = {
  web: 1024,
  wake: 512,
  sweep: 512,
  feedback: 512,
  inbound: 512,
  canary: 512,
} as const;
/** Those that people's conversations run; the canary's is one more conversation a night, and mails that come in cost cents. */
export type BilledLambda = Exclude<keyof typeof MEMORY_MB, 'canary' | 'inbound'>;
