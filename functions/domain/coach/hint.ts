/** About the consequence: what may be unlawful or do harm, in the order in which it is said. */
export const HARMS = ['dismissal', 'money', 'unpaid-time', 'rest-time', 'group', 'shaming'] as const;
export type Harm = (typeof HARMS)[number];

/** What the coach can say (method, source D), what matters most first. */
export const HINT_CODES = [
  ...HARMS,
  'several',
  'vague',
  'activity',
  'far',
  'unrelated',
  'evidence',
  'many',
] as const;
export type HintCode = (typeof HINT_CODES)[number];

export type HintField = 'owner' | 'action' | 'dueBy' | 'evidence' | 'consequence';

/**
 * One remark about one field; it never blocks. `words`: what it is about, as typed; `better`: a wording out of the
 * person's own words that could stand there instead; `rest`: what then becomes a commitment of its own.
 */
export type Hint = {
  /** Which of the drafts, from 0. */
  commitment: number;
  field: HintField;
  code: HintCode;
  params: { words?: string; count?: number };
  better?: string;
  rest?: string;
};

/** What a rule finds: everything but where. */
export type Remark = Omit<Hint, 'commitment' | 'field'>;
