//! What a refusal means when it was signing in that was refused.

use super::{BodyShape, Refusal};

/// Why signing in, or choosing a project, was refused.
///
/// The documents have a code for each of these but the last ones, which go by the status. They
/// have none for a one-time code that is missing or a password that has run out: both come as
/// [`SignInRefusal::Credentials`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignInRefusal {
    /// User, domain, password or one-time code is wrong, or the code is missing (401).
    Credentials,
    /// The password is wrong (`IAM.0062`).
    Password,
    /// The one-time code is wrong (`IAM.1061`).
    OneTimeCode,
    /// After too many attempts, the user is locked for a while (`IAM.0061`).
    Locked,
    /// The token that was to be exchanged has run out or is not accepted (`IAM.0066`,
    /// `IAM.0067`): sign in with the password again.
    Token,
    /// The user is disabled (`IAM.0080`, `IAM.0082`).
    Disabled,
    /// The user may use the provider's console only, and no programs (`IAM.0081`).
    ConsoleOnly,
    /// The person may not do this (403).
    NoPermission,
    /// The domain or the project is not there (404).
    NotFound,
    /// There were too many attempts in a short time (429, `IAM.0012`).
    RateLimited,
    /// The request is not accepted as it is (400).
    Request,
    /// The service for signing in failed inside (500, `IAM.0006`).
    Internal,
    /// The service for signing in says that it is not available (503).
    Unavailable,
    /// A gateway or proxy answered in place of the service.
    Gateway,
    /// A status that none of these covers.
    Other,
}

impl Refusal {
    /// What the refusal means when signing in was refused: by its code, where that says more than
    /// the status.
    pub fn sign_in(&self) -> SignInRefusal {
        match self.code.as_deref() {
            Some("IAM.0062" | "1103") => return SignInRefusal::Password,
            Some("IAM.1061") => return SignInRefusal::OneTimeCode,
            Some("IAM.0061") => return SignInRefusal::Locked,
            Some("IAM.0066" | "IAM.0067" | "APIGW.0301" | "APIGW.0307") => {
                return SignInRefusal::Token;
            }
            Some("IAM.0080" | "IAM.0082") => return SignInRefusal::Disabled,
            Some("IAM.0081") => return SignInRefusal::ConsoleOnly,
            Some("IAM.0012") => return SignInRefusal::RateLimited,
            _ => {}
        }
        match self.status {
            429 => SignInRefusal::RateLimited,
            400.. if self.shape == BodyShape::Html => SignInRefusal::Gateway,
            401 => SignInRefusal::Credentials,
            403 => SignInRefusal::NoPermission,
            404 => SignInRefusal::NotFound,
            400..500 => SignInRefusal::Request,
            500 => SignInRefusal::Internal,
            503 if self.is_from_the_service() || self.shape == BodyShape::Iam => {
                SignInRefusal::Unavailable
            }
            501..600 => SignInRefusal::Gateway,
            _ => SignInRefusal::Other,
        }
    }
}
