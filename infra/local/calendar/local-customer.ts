import { mayManage, mayReceive, type Tenant } from '../../../functions/domain/tenant.ts';
import { calendarSecretName } from '../../calendar-secret.ts';
import type { ServerOptions } from '../aws/local-servers.ts';
import { makeAccount } from '../google/make-account.ts';
import { makeApplication } from '../microsoft/make-application.ts';

type LocalCustomer = Pick<ServerOptions, 'google' | 'microsoft'> & { secrets: Record<string, string> };

/** What lets a tenant into its managers' calendars on this machine: a key as it stands in its secret, and whom it opens. */
export function localCustomer(tenant: Tenant): LocalCustomer {
  const isManager = (email: string) => mayManage(tenant, email);
  const name = calendarSecretName(tenant) ?? '';
  switch (tenant.calendar) {
    case 'mail':
      return { secrets: {} };
    case 'google': {
      const { account, secret } = makeAccount(tenant.slug);
      return { secrets: { [name]: secret }, google: { account, isUser: isManager } };
    }
    case 'microsoft': {
      const { application, secret } = makeApplication();
      const hasMailbox = (email: string) => mayReceive(tenant, email) || isManager(email);
      return { secrets: { [name]: secret }, microsoft: { application, hasMailbox, isInScope: isManager } };
    }
  }
}
