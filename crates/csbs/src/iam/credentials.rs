//! What a person signs in with: domain, user name, password and perhaps a one-time code, and
//! what for.

use super::secret::{OneTimeCode, Password};
use crate::fault::Fault;
use crate::id::ProjectId;
use crate::text;

/// The name of the domain (the account) that the user belongs to: any text but a blank one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DomainName(String);

/// The name of the user: any text but a blank one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserName(String);

impl DomainName {
    /// Reads a name; surrounding space is dropped.
    ///
    /// Faults: [`Fault::Empty`].
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        not_blank(typed).map(Self)
    }

    /// The name as it is sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl UserName {
    /// Reads a name; surrounding space is dropped.
    ///
    /// Faults: [`Fault::Empty`].
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        not_blank(typed).map(Self)
    }

    /// The name as it is sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Everything that signing in needs. It cannot be copied, and the request uses it up.
#[derive(Debug)]
pub struct Credentials {
    /// The domain of the user.
    pub domain: DomainName,
    /// The user.
    pub user: UserName,
    /// The password.
    pub password: Password,
    /// The one-time code, when the user has to give one.
    pub one_time_code: Option<OneTimeCode>,
}

/// What a token is to be good for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// The domain of the person: enough to list projects, and for nothing else here.
    Domain,
    /// One project: what backups and servers need.
    Project(ProjectId),
}

/// A field of the form for signing in, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SignInField {
    /// The name of the domain.
    Domain,
    /// The name of the user.
    User,
    /// The password.
    Password,
    /// The one-time code.
    OneTimeCode,
}

/// What is wrong with what was typed, and where. No fault quotes a secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignInProblem {
    /// The field that has to change.
    pub field: SignInField,
    /// Why its value is not acceptable.
    pub fault: Fault,
}

impl Credentials {
    /// Reads the four fields of the form: the credentials, or all problems in the order of the
    /// form.
    ///
    /// ```
    /// use csbs::iam::{Credentials, SignInField};
    ///
    /// let problems = Credentials::read("OTC-EU-DE-1", " ", "", "").unwrap_err();
    /// let fields: Vec<SignInField> = problems.iter().map(|problem| problem.field).collect();
    /// assert_eq!(fields, [SignInField::User, SignInField::Password]);
    /// ```
    pub fn read(
        domain: &str,
        user: &str,
        password: &str,
        one_time_code: &str,
    ) -> Result<Self, Vec<SignInProblem>> {
        let domain = DomainName::parse(domain);
        let user = UserName::parse(user);
        let password = Password::parse(password);
        let one_time_code = OneTimeCode::read(one_time_code);
        match (domain, user, password, one_time_code) {
            (Ok(domain), Ok(user), Ok(password), Ok(one_time_code)) => {
                Ok(Self { domain, user, password, one_time_code })
            }
            (domain, user, password, one_time_code) => {
                let faults = [
                    (SignInField::Domain, domain.err()),
                    (SignInField::User, user.err()),
                    (SignInField::Password, password.err()),
                    (SignInField::OneTimeCode, one_time_code.err()),
                ];
                let problem = |(field, fault): (SignInField, Option<Fault>)| {
                    Some(SignInProblem { field, fault: fault? })
                };
                Err(faults.into_iter().filter_map(problem).collect())
            }
        }
    }
}

fn not_blank(typed: &str) -> Result<String, Fault> {
    let name = text::trim(typed);
    if name.is_empty() { Err(Fault::Empty) } else { Ok(name.to_owned()) }
}
