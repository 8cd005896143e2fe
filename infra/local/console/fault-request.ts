import * as z from 'zod';

export const SERVICES = [
  'dynamodb',
  'sqs',
  'scheduler',
  'ses',
  's3',
  'secretsmanager',
  'google',
  'microsoft',
] as const;
export const MODES = ['throttle', 'reject', 'error', 'lost-reply', 'timeout', 'pause'] as const;

/** The body of `POST /api/faults`: the next `times` calls of that action go wrong in that way. */
export const faultSchema = z
  .strictObject({
    service: z.enum(SERVICES, `Name a service: ${SERVICES.join(', ')}.`),
    action: z
      .string('Name an action of that service, such as SendRawEmail.')
      .regex(/^[A-Z][A-Za-z]+$/, 'Name an action of that service, such as SendRawEmail.'),
    mode: z.enum(MODES, `Name a way to go wrong: ${MODES.join(', ')}.`),
    times: z
      .int('Say how many calls, 1 to 1000.')
      .min(1, 'At least one call.')
      .max(1000, 'At most 1000 calls.'),
  })
  .refine(({ service, mode }) => mode !== 'pause' || service === 'ses', {
    path: ['mode'],
    message: 'Only ses can be paused.',
  });
