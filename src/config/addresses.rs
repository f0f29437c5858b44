//! The addresses of a deployment, whichever of the three ways they are reached in.

use csbs::json::Object;

use super::{ADDRESSES, Address, AddressFault, ConfigProblem, KEYS, Proxy, secret, string};

/// Reads the addresses of the three services for a page of this origin.
pub(super) fn read(object: &Object<'_>, page: &str) -> Result<[Option<Address>; 3], ConfigProblem> {
    if let Some((key, _)) = object.entries().find(|(key, _)| !KEYS.contains(&key.as_str())) {
        let is_secret = secret::is_one(&key);
        return Err(if is_secret {
            ConfigProblem::Secret { key }
        } else {
            ConfigProblem::UnknownKey { key }
        });
    }
    let proxy = read_key(object, "proxy", |text| Proxy::read(text, page))?;
    let address = |key| read_key(object, key, |text| Address::read(text, proxy.as_ref(), page));
    let [backup, identity, compute] = ADDRESSES;
    Ok([address(backup)?, address(identity)?, address(compute)?])
}

/// Reads what a key has, if it is there.
fn read_key<T>(
    object: &Object<'_>,
    key: &'static str,
    reader: impl Fn(&str) -> Result<T, AddressFault>,
) -> Result<Option<T>, ConfigProblem> {
    let Some(value) = object.get(key) else {
        return Ok(None);
    };
    let read = string(value).ok_or(AddressFault::Malformed).and_then(|text| reader(&text));
    read.map(Some).map_err(|fault| ConfigProblem::Address {
        key,
        value: value.as_str().to_owned(),
        fault,
    })
}
