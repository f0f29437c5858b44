//! The request as a shell command, for those who want to repeat it outside the page.

/// A curl command for this address and JSON body. The token is not in it: the shell takes it from
/// the variable `TOKEN`, unless it is `signed` with none because the proxy adds it.
#[must_use]
pub fn command(url: &str, body: &str, signed: bool) -> String {
    let token = if signed { "-H \"X-Auth-Token: $TOKEN\" \\\n  " } else { "" };
    format!(
        "curl -X POST {} \\\n  {token}-H 'Content-Type: application/json' \\\n  --data-raw {}",
        quoted(url),
        quoted(body)
    )
}

/// A text as one word of a POSIX shell, which reads everything between single quotation marks
/// literally.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::Command;

    #[test]
    fn a_shell_reads_the_quoted_text_as_one_word() {
        for text in ["", "plain", "it's", "$TOKEN `id` \"x\" \\", "a\nb", "''", "{\"a\": \"é\"}"] {
            let script = format!("printf %s {}", quoted(text));
            let output = Command::new("sh").args(["-c", &script]).output().unwrap();
            assert_eq!(String::from_utf8_lossy(&output.stdout), text, "{text:?}");
        }
    }

    #[test]
    fn the_token_is_left_to_the_shell() {
        let url = "https://console.example/api/csbs/v1/p";
        for signed in [true, false] {
            let command = command(url, "{}", signed);
            assert_eq!(command.contains(r#"-H "X-Auth-Token: $TOKEN""#), signed, "{command}");
            assert_eq!(command.matches("\\\n").count(), if signed { 3 } else { 2 }, "{command}");
        }
    }
}
