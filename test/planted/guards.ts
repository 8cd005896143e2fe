import type { Guard } from './guard.ts';
import { accessGuards } from './guards/access.ts';
import { calendarGuards } from './guards/calendars.ts';
import { fairnessGuards } from './guards/fairness.ts';
import { inboundGuards } from './guards/inbound.ts';
import { pageGuards } from './guards/pages.ts';
import { planningGuards } from './guards/planning.ts';
import { sendingGuards } from './guards/sending.ts';
import { tableGuards } from './guards/table.ts';
import { toneGuards } from './guards/tone.ts';
import { writingGuards } from './guards/writing.ts';

export const guards: readonly Guard[] = [
  ...tableGuards,
  ...writingGuards,
  ...sendingGuards,
  ...planningGuards,
  ...fairnessGuards,
  ...toneGuards,
  ...calendarGuards,
  ...inboundGuards,
  ...accessGuards,
  ...pageGuards,
];
