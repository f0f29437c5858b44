//! What has become of a run of many, for other programs: as CSV (RFC 4180) and as JSON.

use crate::json::indent;
use crate::wire;

/// One server of a run.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReportRow {
    /// The server.
    pub server_id: String,
    /// The name of the backup, where one was sent.
    pub backup_name: Option<String>,
    /// One word: `started`, `refused`, `unknown`, `unsent` or `open`.
    pub outcome: &'static str,
    /// The id of the backup record, once the service has told it.
    pub record_id: Option<String>,
    /// The id of the backup itself, once the service has told it.
    pub backup_id: Option<String>,
    /// The state of the backup when it was last seen, in the service's word.
    pub status: Option<String>,
    /// The HTTP status of a refusal.
    pub http_status: Option<u16>,
    /// The error code of a refusal.
    pub code: Option<String>,
    /// Why, in the service's words or in those of the page.
    pub message: Option<String>,
    /// The id under which support finds the request.
    pub request_id: Option<String>,
    /// When the request was last sent, in UTC as ISO 8601; `None` when it never was.
    pub sent_at: Option<String>,
}

/// The rows as CSV with a header line. Lines end with CRLF, and every value is in quotation marks.
///
/// A value that a spreadsheet would take for a formula has an apostrophe before it: what a service
/// answers is not to run on the person's computer.
///
/// ```
/// let row = csbs::ReportRow { server_id: "a".into(), outcome: "started", ..Default::default() };
/// let csv = csbs::report_csv(&[row]);
/// assert!(csv.starts_with("\"server_id\",\"backup_name\",\"outcome\","));
/// assert_eq!(csv.lines().count(), 2);
/// ```
pub fn report_csv(rows: &[ReportRow]) -> String {
    let head = wire::run_report::KEYS.map(str::to_owned);
    let lines = rows.iter().map(|row| cells(row).map(Option::unwrap_or_default));
    let mut csv = String::new();
    for line in std::iter::once(head).chain(lines) {
        let values: Vec<String> = line.iter().map(|value| quoted(value)).collect();
        csv.push_str(&values.join(","));
        csv.push_str("\r\n");
    }
    csv
}

/// The rows as a JSON array of objects, indented; what is not known is left out.
pub fn report_json(rows: &[ReportRow]) -> String {
    indent(&wire::run_report::to_json(rows.iter().map(cells)))
}

/// The values in the order of [`wire::run_report::KEYS`].
fn cells(row: &ReportRow) -> [Option<String>; wire::run_report::KEYS.len()] {
    let row = row.clone();
    [
        Some(row.server_id),
        row.backup_name,
        Some(row.outcome.to_owned()),
        row.record_id,
        row.backup_id,
        row.status,
        row.http_status.map(|status| status.to_string()),
        row.code,
        row.message,
        row.request_id,
        row.sent_at,
    ]
}

fn quoted(value: &str) -> String {
    let is_formula = value.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let guard = if is_formula { "'" } else { "" };
    format!("\"{guard}{}\"", value.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row() -> ReportRow {
        ReportRow {
            server_id: "s1".into(),
            backup_name: Some("-db".into()),
            outcome: "refused",
            http_status: Some(400),
            code: Some("CSBS.6007".into()),
            message: Some("=HYPERLINK(\"x\"),\r\nline 2".into()),
            ..ReportRow::default()
        }
    }

    #[test]
    fn csv_keeps_separators_in_quotation_marks_and_disarms_formulas() {
        let csv = report_csv(&[row()]);
        let (head, line) = csv.split_once("\r\n").unwrap();
        assert_eq!(head.split(',').count(), wire::run_report::KEYS.len());
        assert_eq!(
            line,
            "\"s1\",\"'-db\",\"refused\",\"\",\"\",\"\",\"400\",\"CSBS.6007\",\
             \"'=HYPERLINK(\"\"x\"\"),\r\nline 2\",\"\",\"\"\r\n"
        );
    }

    #[test]
    fn json_has_values_as_they_are_and_nothing_that_is_not_known() {
        let json = report_json(&[row(), ReportRow::default()]);
        let read: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(read[0]["message"], "=HYPERLINK(\"x\"),\r\nline 2");
        assert_eq!(read[0]["http_status"], "400");
        assert_eq!(read[1].as_object().map(serde_json::Map::len), Some(2), "{json}");
        assert_eq!(report_json(&[]), "[]");
    }
}
