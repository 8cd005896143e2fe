import type { Assets } from './assets.ts';
import { makeAssets } from './assets.ts';
import { makeCookies } from './cookies.ts';
import type { Web } from './manager/manager-context.tsx';
import type { WebConfig } from './web-config.ts';

/** What every page needs, and the files that pages refer to. */
export function makeWeb(config: WebConfig): { web: Web; assets: Assets } {
  const { tenant, appUrl, script } = config;
  const assets = makeAssets(tenant.branding.colour, script);
  const frame = {
    css: assets.css.path,
    icon: assets.icon.path,
    script: assets.script.path,
    tenant: tenant.name,
  };
  return { web: { ...config, frame, cookies: makeCookies(appUrl) }, assets };
}
