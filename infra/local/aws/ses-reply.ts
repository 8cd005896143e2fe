import { randomUUID } from 'node:crypto';
import type { Reply } from './wire.ts';

const NAMESPACE = 'http://ses.amazonaws.com/doc/2010-12-01/';

/** An answer of the Query protocol that SES v1 speaks; `result` is XML, its texts escaped already. */
export function sesReply(action: string, result: string): Reply {
  return xmlReply(
    200,
    `<${action}Response xmlns="${NAMESPACE}"><${action}Result>${result}</${action}Result>` +
      `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></${action}Response>`,
  );
}

export function sesError(status: number, code: string, message: string): Reply {
  const type = status >= 500 ? 'Receiver' : 'Sender';
  return xmlReply(
    status,
    `<ErrorResponse xmlns="${NAMESPACE}"><Error><Type>${type}</Type><Code>${code}</Code>` +
      `<Message>${escapeXml(message)}</Message></Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`,
  );
}

export function sesRefusal(mode: 'throttle' | 'reject' | 'error'): Reply {
  switch (mode) {
    case 'throttle':
      return sesError(400, 'Throttling', 'Maximum sending rate exceeded.');
    case 'reject':
      return sesError(400, 'MessageRejected', 'Email address is not verified.');
    case 'error':
      return sesError(
        500,
        'InternalFailure',
        'The request processing has failed because of an unknown error.',
      );
  }
}

/** What SES answers once it has paused an account itself: the code of a bad mail, and a text of its own. */
export function sesPaused(): Reply {
  return sesError(
    400,
    'MessageRejected',
    'Sending paused for this account. For more information, please check the inbox of the email address associated with your AWS account.',
  );
}

function xmlReply(status: number, body: string): Reply {
  return { status, headers: { 'content-type': 'text/xml', 'x-amzn-requestid': randomUUID() }, body };
}

function escapeXml(text: string): string {
  return text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
