//! The request as a shell command, for those who want to repeat it outside the page.

/// A curl command for this address and JSON body. The token is not in it: the shell takes it from
/// the variable `TOKEN`.
#[must_use]
pub fn command(url: &str, body: &str) -> String {
    format!(
        "curl -X POST {} \\\n  -H \"X-Auth-Token: $TOKEN\" \\\n  \
         -H 'Content-Type: application/json' \\\n  --data-raw {}",
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
        let command = command("https://console.example/api/csbs/v1/p", "{}");
        assert!(command.contains(r#"-H "X-Auth-Token: $TOKEN""#), "{command}");
    }
}
