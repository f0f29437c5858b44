/**
 * Reads out of a wasm file how large each function is and what it is called. The format is that of
 * the WebAssembly core specification, "Binary Format", and its appendix on the name section.
 */

const MAGIC = 0x6d736100;
const SECTION = { custom: 0, import: 2, code: 10, data: 11 };
const KIND = { function: 0, table: 1, memory: 2, global: 3, tag: 4 };
const NAMES_OF_FUNCTIONS = 1;

/**
 * @typedef {object} Contents
 * @property {{ name: string, bytes: number }[]} functions Those defined in the file; an empty name
 *   where the file gives none.
 * @property {number} data Bytes of the data section.
 * @property {number} total Bytes of the file without its custom sections.
 */

/**
 * @param {Buffer} file
 * @returns {Contents}
 */
export function readFunctions(file) {
  if (file.length < 8 || file.readUInt32LE(0) !== MAGIC) throw new Error("This is not a wasm file.");
  const reader = new Reader(file, 8);
  let imported = 0;
  /** @type {number[]} */
  let sizes = [];
  /** @type {Map<number, string>} */
  let names = new Map();
  let data = 0;
  let total = 8;
  while (!reader.isAtEnd()) {
    const id = reader.byte();
    const section = reader.part(reader.number());
    const { length } = section;
    if (id === SECTION.import) imported = countImportedFunctions(section);
    if (id === SECTION.code) sizes = section.list(() => section.part(section.number()).length);
    if (id === SECTION.data) data = length;
    if (id !== SECTION.custom) total += length;
    else if (section.text() === "name") names = readNames(section);
  }
  const functions = sizes.map((bytes, index) => ({ name: names.get(imported + index) ?? "", bytes }));
  return { functions, data, total };
}

/** @param {Reader} section */
function countImportedFunctions(section) {
  const kinds = section.list(() => {
    section.text();
    section.text();
    return skipImport(section);
  });
  return kinds.filter((kind) => kind === KIND.function).length;
}

/** @param {Reader} section */
function skipImport(section) {
  const kind = section.byte();
  if (kind === KIND.table || kind === KIND.global) section.byte();
  if (kind === KIND.tag) section.byte();
  if (kind === KIND.function || kind === KIND.tag) section.number();
  if (kind === KIND.global) section.byte();
  if (kind === KIND.table || kind === KIND.memory) {
    const hasMaximum = section.byte() & 1;
    section.number();
    if (hasMaximum) section.number();
  }
  return kind;
}

/** @param {Reader} section */
function readNames(section) {
  while (!section.isAtEnd()) {
    const id = section.byte();
    const part = section.part(section.number());
    if (id === NAMES_OF_FUNCTIONS) {
      return new Map(part.list(() => /** @type {const} */ ([part.number(), part.text()])));
    }
  }
  return new Map();
}

class Reader {
  #bytes;
  #at;

  /** @param {Buffer} bytes @param {number} at */
  constructor(bytes, at = 0) {
    this.#bytes = bytes;
    this.#at = at;
  }

  get length() {
    return this.#bytes.length;
  }

  isAtEnd() {
    return this.#at >= this.#bytes.length;
  }

  byte() {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw new Error("The wasm file ends too early.");
    this.#at += 1;
    return byte;
  }

  /** An unsigned number in LEB128. */
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }

  /** @param {number} length */
  part(length) {
    const end = this.#at + length;
    const part = new Reader(this.#bytes.subarray(this.#at, end));
    this.#at = end;
    return part;
  }

  text() {
    const length = this.number();
    const end = this.#at + length;
    const text = this.#bytes.toString("utf8", this.#at, end);
    this.#at = end;
    return text;
  }

  /**
   * @template T
   * @param {() => T} one Reads one element.
   * @returns {T[]}
   */
  list(one) {
    return Array.from({ length: this.number() }, one);
  }
}
