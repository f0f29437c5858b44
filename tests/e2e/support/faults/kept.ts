/**
 * What a row of the table of faults has in it, on its way from the test to the reporter.
 */

/** A row of docs/faults.md. */
export interface Row {
  /** The part of the table it belongs to. */
  part: string;
  fault: string;
  when: string;
  says: string[];
  backup: string;
  kept: string[];
  wayOut: string[];
}

/** The name under which a test hands its row to the reporter. */
export const ROW = "row of the table of faults";
