/** Where a page can leave something behind. */

/**
 * Runs in the page: what is in every place that a page can leave something in. Of the fields'
 * values all but those of the fields with these ids, in which the secrets are typed.
 */
export async function lookEverywhere(secretFields: string[]): Promise<Record<string, string>> {
  const fields = [...document.querySelectorAll("input, textarea")];
  const others = fields.filter(({ id }) => !secretFields.includes(id)) as HTMLInputElement[];
  // What is in databases and caches is not read: there are to be none.
  const stores = [...(await indexedDB.databases()), ...(await caches.keys())];
  if (stores.length > 0) throw new Error(`the page keeps ${JSON.stringify(stores)}`);
  /** A value in words: also what is in a list or in an object of nobody's kind. */
  const inWords = (value: unknown, depth: number): string => {
    const isPlain = Object.prototype.toString.call(value) === "[object Object]";
    if (depth === 0 || !(Array.isArray(value) || isPlain)) return String(value);
    return Object.entries(value as object)
      .map(([name, part]) => `${name}=${inWords(part, depth - 1)}`)
      .join("\n");
  };
  return {
    "the document": document.documentElement.outerHTML,
    "the values of other fields": others.map(({ value }) => value).join("\n"),
    "session storage": JSON.stringify({ ...sessionStorage }),
    "local storage": JSON.stringify({ ...localStorage }),
    "the address": location.href,
    "the history": JSON.stringify(history.state),
    "the window's name": window.name,
    // Other windows may be of another origin, which can be asked for nothing.
    globals: Object.getOwnPropertyNames(window)
      .filter((name) => name !== "parent" && name !== "top")
      .map((name) => `${name}=${inWords(Reflect.get(window, name), 5)}`)
      .join("\n"),
  };
}
