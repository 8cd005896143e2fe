import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Backend } from './front.ts';
import type { StoredMail } from './local-servers.ts';
import { bareAddress, whyInvalid } from './ses-accept.ts';
import { eventsOf } from './ses-events.ts';
import { readRawEmailForm } from './ses-form.ts';
import { readMailHeaders } from './ses-headers.ts';
import { sesError, sesPaused, sesRefusal, sesReply } from './ses-reply.ts';
import { openSesStore } from './ses-store.ts';
import type { Reply, Request } from './wire.ts';

const A_DAY = 86_400_000;

/** SES v1 as far as a mail as raw bytes needs it; mails and unacknowledged events are kept in `folder`. */
export function startSes(options: { folder: string; clock: Clock; region: string; accountId: string }) {
  const store = openSesStore(options.folder);

  const sendRawEmail = async (form: URLSearchParams): Promise<Reply> => {
    if (!form.get('RawMessage.Data')) {
      const missing = "Value null at 'rawMessage.data' failed to satisfy constraint: Member must not be null";
      return sesError(400, 'ValidationError', `1 validation error detected: ${missing}`);
    }
    const asked = readRawEmailForm(form);
    const headers = await readMailHeaders(asked.raw);
    const recipients = asked.destinations.length ? asked.destinations : headers.recipients;
    const invalid = whyInvalid(asked, headers, recipients);
    if (invalid) return sesError(400, 'InvalidParameterValue', invalid);
    const now = options.clock.now();
    const { name, address } = headers.from ?? { name: '', address: asked.source ?? '' };
    const mail: StoredMail = {
      id: `0100${now.toString(16).padStart(12, '0')}-${randomUUID()}-000000`,
      at: new Date(now).toISOString(),
      from: name ? `${name} <${address}>` : address,
      to: recipients.map(bareAddress),
      subject: headers.subject,
      tags: Object.fromEntries(asked.tags.map((tag) => [tag.name, tag.value])),
      ...(asked.configurationSet !== undefined && { configurationSet: asked.configurationSet }),
    };
    store.add(mail, asked.raw, eventsOf(mail, headers, options));
    return sesReply('SendRawEmail', `<MessageId>${mail.id}</MessageId>`);
  };

  const getSendQuota = (): Reply => {
    const since = options.clock.now() - A_DAY;
    const recent = store.mails().filter((mail) => Date.parse(mail.at) > since);
    const sent = recent.reduce((count, mail) => count + mail.to.length, 0);
    return sesReply(
      'GetSendQuota',
      `<SentLast24Hours>${sent}.0</SentLast24Hours><Max24HourSend>50000.0</Max24HourSend>` +
        '<MaxSendRate>14.0</MaxSendRate>',
    );
  };

  const serve = async (request: Request): Promise<Reply> => {
    const form = formOf(request);
    const action = form.get('Action');
    switch (action) {
      case 'SendRawEmail':
        return sendRawEmail(form);
      case 'GetSendQuota':
        return getSendQuota();
      case null:
        return sesError(400, 'MissingAction', 'The request names no action.');
      default:
        return sesError(400, 'InvalidAction', `Could not find operation ${action} for version 2010-12-01`);
    }
  };

  const describe = async (request: Request) => {
    const form = formOf(request);
    const action = form.get('Action') ?? 'Unknown';
    if (action !== 'SendRawEmail') return { action, resource: '' };
    const source =
      form.get('Source') ?? (await readMailHeaders(readRawEmailForm(form).raw)).from?.address ?? '';
    return { action, resource: bareAddress(source) };
  };

  const backend: Backend = { service: 'ses', describe, serve, refuse: sesRefusal, paused: sesPaused };
  const { mails, raw, pendingEvents, acknowledge } = store;
  return { backend, mails, raw, pendingEvents, acknowledge };
}

function formOf(request: Request): URLSearchParams {
  return new URLSearchParams(Buffer.from(request.body).toString());
}
