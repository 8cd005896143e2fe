import PostalMime from 'postal-mime';

/** What SES reads of a message: its headers as sent, and the decoded From, recipients and subject. */
export type MailHeaders = {
  headers: { name: string; value: string }[];
  from: { name: string; address: string } | undefined;
  recipients: string[];
  subject: string;
};

/** Reads the header block only, so that a mail with large attachments costs no more. */
export async function readMailHeaders(raw: Uint8Array): Promise<MailHeaders> {
  const end = Buffer.from(raw).indexOf('\r\n\r\n');
  const mail = await PostalMime.parse(end < 0 ? raw : raw.subarray(0, end + 4));
  const mailboxes = (addresses: typeof mail.to) => (addresses ?? []).flatMap((one) => one.group ?? [one]);
  const [from] = mailboxes(mail.from ? [mail.from] : undefined);
  return {
    headers: mail.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
    from: from && { name: from.name, address: from.address },
    recipients: [mail.to, mail.cc, mail.bcc].flatMap(mailboxes).map((one) => one.address),
    subject: mail.subject ?? '',
  };
}
