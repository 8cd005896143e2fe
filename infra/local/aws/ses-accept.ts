import type { RawEmailForm } from './ses-form.ts';
import type { MailHeaders } from './ses-headers.ts';

const LARGEST_MAIL_BYTES = 10 * 1024 * 1024;
const MOST_RECIPIENTS = 50;
const ONLY_ONCE = [
  'From',
  'Sender',
  'Reply-To',
  'To',
  'Cc',
  'Bcc',
  'Subject',
  'Date',
  'Message-ID',
  'MIME-Version',
];
const TAG = /^[A-Za-z0-9_-]{1,256}$/;

/** Why SES answers InvalidParameterValue to this mail, or undefined where it takes it. */
export function whyInvalid(form: RawEmailForm, mail: MailHeaders, recipients: string[]): string | undefined {
  if (form.raw.length > LARGEST_MAIL_BYTES) {
    return `Message length is more than ${LARGEST_MAIL_BYTES} bytes long: '${form.raw.length}'.`;
  }
  if (!mail.from && !form.source) return "Missing required header 'From'.";
  const twice = ONLY_ONCE.find(
    (name) => mail.headers.filter((header) => sameName(header.name, name)).length > 1,
  );
  if (twice) return `Duplicate header '${twice}'.`;
  if (recipients.length === 0) return "Missing required header 'To'.";
  if (recipients.length > MOST_RECIPIENTS) return `Recipient count exceeds ${MOST_RECIPIENTS}.`;
  for (const address of [form.source, mail.from?.address, ...recipients]) {
    const reason = address === undefined ? undefined : whyNoAddress(address);
    if (reason) return reason;
  }
  const tag = form.tags.find(({ name, value }) => !TAG.test(name) || !TAG.test(value));
  if (!tag) return undefined;
  return `Invalid tag <${tag.name}>: <${tag.value}>, only alphanumeric ASCII characters, '_', and '-' are allowed.`;
}

/** The bare address of `a@b.example` or `Name <a@b.example>`. */
export function bareAddress(text: string): string {
  return /<([^<>]*)>\s*$/.exec(text)?.[1] ?? text;
}

function whyNoAddress(text: string): string | undefined {
  const address = bareAddress(text);
  const at = address.lastIndexOf('@');
  if (at < 1 || at === address.length - 1) return "Missing final '@domain'";
  if (/[\p{Cc}\s]/u.test(address.slice(0, at))) return 'Local address contains control or whitespace';
  if (/[\p{Cc}\s]/u.test(address.slice(at + 1))) return 'Domain contains control or whitespace';
  if (/[^!-~]/.test(address)) return 'Local address contains non-ASCII characters';
  if (/[,;:<>()[\]\\"@]/.test(address.slice(0, at))) return `Illegal address: ${address}`;
  return undefined;
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
