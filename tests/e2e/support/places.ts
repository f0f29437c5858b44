/** Where a page can leave something behind. */

/**
 * Runs in the page: what is in every place that a page can leave something in. Of the fields'
 * values all but those of the fields with these ids, in which the secrets are typed.
 */
export async function lookEverywhere(secretFields: string[]): Promise<Record<string, string>> {
  const fields = [...document.querySelectorAll("input, textarea")];
  const others = fields.filter(({ id }) => !secretFields.includes(id)) as HTMLInputElement[];
  return {
    "the document": document.documentElement.outerHTML,
    "the values of other fields": others.map(({ value }) => value).join("\n"),
    "session storage": JSON.stringify({ ...sessionStorage }),
    "local storage": JSON.stringify({ ...localStorage }),
    "the names of databases": JSON.stringify(await indexedDB.databases()),
    "the names of caches": JSON.stringify(await caches.keys()),
    "the address": location.href,
    "the history": JSON.stringify(history.state),
    "the window's name": window.name,
    // Other windows may be of another origin, which can be asked for nothing.
    globals: Object.getOwnPropertyNames(window)
      .filter((name) => name !== "parent" && name !== "top")
      .map((name) => `${name}=${String(Reflect.get(window, name))}`)
      .join("\n"),
  };
}
