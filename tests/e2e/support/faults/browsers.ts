/**
 * Browsers that are set up as some people's are: with storage blocked, in a private window, or with
 * a certificate that only they trust. The other tests share one browser; these have their own.
 */

import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { chromium, type BrowserContext } from "@playwright/test";

import { chromiumOptions } from "../chromium.mjs";

/** What a person has set in the browser, as Chromium keeps it in a profile. */
export interface Preferences {
  profile: {
    /** 2: no site may keep anything. */
    default_content_setting_values?: { cookies: 2 };
    /** 1: no site may keep anything in the frame of another one. */
    cookie_controls_mode?: 1;
    block_third_party_cookies?: true;
  };
}

/** Starts a browser with these settings and command line, for as long as `use` takes. */
export async function withBrowser(
  { preferences, args = [] }: { preferences?: Preferences; args?: string[] },
  use: (context: BrowserContext) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "csbs-faults-"));
  if (preferences) {
    await mkdir(join(folder, "Default"));
    await writeFile(join(folder, "Default", "Preferences"), JSON.stringify(preferences));
  }
  const options = chromiumOptions();
  const context = await chromium.launchPersistentContext(folder, {
    ...options,
    args: [...(options.args ?? []), ...args],
  });
  try {
    await use(context);
  } finally {
    await context.close();
    await rm(folder, { recursive: true, force: true });
  }
}
