import { randomUUID } from 'node:crypto';
import type { Reply } from './wire.ts';

/** An answer of the JSON-over-REST protocol that EventBridge Scheduler speaks. */
export function schedulerReply(status: number, body: unknown, headers: Record<string, string> = {}): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json', 'x-amzn-requestid': randomUUID(), ...headers },
    body: JSON.stringify(body),
  };
}

export function schedulerError(status: number, type: string, message: string): Reply {
  return schedulerReply(status, { Message: message }, { 'x-amzn-errortype': type });
}

export function schedulerRefusal(mode: 'throttle' | 'reject' | 'error'): Reply {
  switch (mode) {
    case 'throttle':
      return schedulerError(429, 'ThrottlingException', 'Rate exceeded');
    case 'reject':
      return schedulerError(400, 'ValidationException', 'Refused by a fault.');
    case 'error':
      return schedulerError(500, 'InternalServerException', 'Unexpected error encountered.');
  }
}
