//! The ways to sign in that a deployment offers.

use csbs::json::{Json, Object};

use super::{ConfigProblem, string, wrong};

/// A way to sign in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// With user name and password, at the service for signing in.
    Password,
    /// With a token that was had elsewhere.
    Token,
    /// Not here: the proxy adds the token to every request.
    Proxy,
}

impl Way {
    fn read(value: Json<'_>) -> Option<Self> {
        match string(value)?.as_str() {
            "password" => Some(Self::Password),
            "token" => Some(Self::Token),
            "proxy" => Some(Self::Proxy),
            _ => None,
        }
    }
}

/// Reads the key `sign_in`. When it is not there, a token is offered, and before it a password
/// where there `is_identity`, a service to take it.
pub(super) fn read(object: &Object<'_>, is_identity: bool) -> Result<Vec<Way>, ConfigProblem> {
    let Some(value) = object.get("sign_in") else {
        let ways = if is_identity { &[Way::Password, Way::Token][..] } else { &[Way::Token] };
        return Ok(ways.to_vec());
    };
    let ways: Option<Vec<Way>> = value.elements().into_iter().map(Way::read).collect();
    ways.filter(|ways| is_usable(ways, is_identity)).ok_or_else(|| wrong("sign_in", value))
}

fn is_usable(ways: &[Way], is_identity: bool) -> bool {
    let is_repeated = |(place, way): (usize, &Way)| ways.iter().take(place).any(|w| w == way);
    !ways.is_empty()
        && !ways.iter().enumerate().any(is_repeated)
        && (is_identity || !ways.contains(&Way::Password))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    #[test]
    fn a_deployment_says_which_ways_it_offers_or_the_usual_ones_are() {
        let table = [
            ("", Some(vec![Way::Token])),
            (r#","identity_address":"/i""#, Some(vec![Way::Password, Way::Token])),
            (r#","sign_in":["proxy"]"#, Some(vec![Way::Proxy])),
            (
                r#","identity_address":"/i","sign_in":["token","password"]"#,
                Some(vec![Way::Token, Way::Password]),
            ),
            (r#","sign_in":["password"]"#, None),
            (r#","sign_in":[]"#, None),
            (r#","sign_in":["token","token"]"#, None),
            (r#","sign_in":["Token"]"#, None),
            (r#","sign_in":"token""#, None),
            (r#","sign_in":[7]"#, None),
        ];
        for (more, ways) in table {
            let read = Config::parse(
                &format!(r#"{{"backup_address":"/a"{more}}}"#),
                "https://console.example",
            );
            match ways {
                Some(ways) => assert_eq!(read.unwrap().sign_in, ways, "{more}"),
                None => assert!(
                    matches!(read, Err(ConfigProblem::Wrong { key: "sign_in", .. })),
                    "{more}: {read:?}"
                ),
            }
        }
    }
}
