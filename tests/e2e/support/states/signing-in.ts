/**
 * The states of signing in.
 */

import { expect } from "@playwright/test";

import { answeredWith } from "../complaints.js";
import type { Reach } from "./way.js";

/** Each by its name. */
export const signingIn = {
  "asked to sign in": ({ consolePage }) => consolePage.openToSignIn(),

  "not signed in": async ({ consolePage, complaints }) => {
    complaints.expect(answeredWith(401));
    await consolePage.openToSignIn();
    await consolePage.signIn("locked");
    await expect(consolePage.access).toContainText("locked for a while");
  },

  "choosing a project": async ({ consolePage }) => {
    await consolePage.openToSignIn();
    await consolePage.signIn("many-projects");
    await expect(consolePage.page.getByLabel("Choose a project")).toBeVisible();
  },

  "signed in": async ({ consolePage }) => {
    await consolePage.openToSignIn();
    await consolePage.signIn("one-project");
    await expect(consolePage.session).toContainText("Signed in as one-project");
  },
} satisfies Record<string, Reach>;
