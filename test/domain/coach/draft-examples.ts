import type { Draft } from '../../../functions/domain/coach/draft.ts';
import type { HintCode } from '../../../functions/domain/coach/hint.ts';

/** A commitment with nothing to say about it, before one thing is changed. */
export const PLAIN: Draft = {
  owner: 'bill',
  action: 'Call before any discount over 15%',
  evidence: 'The CRM report has my initials on every line',
  consequence: 'Bill quotes through me for one quarter',
  days: 14,
};

/** Whole commitments: what is not said is as in `PLAIN`. */
export const DRAFTS: readonly (readonly [changes: Partial<Draft>, ...labels: HintCode[]])[] = [
  [{ action: 'Keep the dock free of loose pallets', evidence: '' }, 'evidence'],
  [{ action: 'Answer customers within a day', evidence: '' }, 'evidence'],
  [{ action: 'Set a hard stop at 15% in the quote tool', evidence: '' }, 'evidence'],
  [{ action: 'Know the price list', evidence: '-' }, 'evidence'],
  [{ action: 'Stop using the old form', evidence: 'tbd' }, 'evidence'],
  [{ action: 'Be at the gate at 06:00', evidence: '' }, 'evidence'],
  [{ action: 'Report faults while the truck is still here', evidence: '' }, 'evidence'],
  [{ action: 'Try to be on time', evidence: '?', days: 40 }, 'vague', 'evidence', 'far'],
  [{ action: 'Send me the signed price list', evidence: '' }],
  [{ action: 'Show Dana the test sheet with five red lines', evidence: '' }],
  [{ action: 'Hand the keys to the shift lead', evidence: '' }],
  [{ action: 'Mail the April rota to the team', evidence: '' }],
  [{ action: 'Publish the rota on the board', evidence: '' }],
  [{ evidence: 'Phone log: at most 1 missed call a week.' }],
  [{ evidence: 'Files are there' }],
  [{ evidence: 'I try to save 16% and cannot' }],
  [{ days: 31 }, 'far'],
  [{ days: 83 }, 'far'],
  [{ days: 400, consequence: 'No bonus this quarter' }, 'far', 'money'],
  [{ days: 30 }],
  [{ days: 0 }],
  [{ days: undefined }],
  [{ consequence: '' }],
  [{ action: '' }],
  [{ action: '', evidence: '', consequence: '', days: undefined }],
  [
    {
      action: 'Clean the coffee machine every Friday at four',
      consequence: 'He cleans the coffee machine with me',
    },
  ],
  [{ action: 'Keep the cake counter filled until closing', consequence: 'We bake one cake less a day' }],
  [{ action: 'Pay the drivers by the fifth', consequence: 'I pay the drivers myself, from the office' }],
  [{ action: 'Bestand jeden Freitag zählen', consequence: 'Wir zählen gemeinsam am Montag' }],
  [{ action: 'Scan elke pallet bij de deur', consequence: 'We doen het een keer samen' }],
];
