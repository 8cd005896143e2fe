import type { Outbox } from '../app/prepare-mails.ts';
import type { Environment } from './environment.ts';
import { writeCalendar } from './ical.ts';
import { writeMime } from './mime.ts';
import { makePace } from './send-rate.ts';
import { makeSendMail, makeSesClient } from './ses.ts';

/** The way out through SES, at this process's share of the send rate. */
export function makeOutbox(environment: Environment): Outbox {
  const pace = makePace(environment.SEND_RATE);
  const sendMail = makeSendMail(makeSesClient(environment.aws), {
    configurationSet: environment.CONFIGURATION_SET,
  });
  return {
    sending: environment.SENDING,
    writeMime,
    writeCalendar,
    awaitTurn: pace.awaitTurn,
    sendMail: pace.inTurn(sendMail),
  };
}
