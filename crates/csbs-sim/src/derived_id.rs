//! Ids made from a word or a number: as irregular as real ones, and the same in every run.

use uuid::{Builder, Uuid};

/// The id of a thing of this kind with this name: 128 bits, a version 4 UUID.
pub(crate) fn of_name(kind: &str, name: &str) -> Uuid {
    // FNV-1a, whose result is stirred below.
    let bytes = kind.bytes().chain([0]).chain(name.bytes());
    let start = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    let bits = u128::from(stirred(start)) << 64 | u128::from(stirred(!start));
    Builder::from_random_bytes(bits.to_be_bytes()).into_uuid()
}

/// The id of the thing of this kind with this number.
pub(crate) fn of_number(kind: &str, number: usize) -> Uuid {
    of_name(kind, &number.to_string())
}

/// The last step of splitmix64: small differences become large ones.
fn stirred(seed: u64) -> u64 {
    let seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let seed = (seed ^ (seed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let seed = (seed ^ (seed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    seed ^ (seed >> 31)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn ids_differ_and_stay_the_same() {
        let ids: BTreeSet<Uuid> = (0..10_000).map(|number| of_number("server", number)).collect();
        assert_eq!(ids.len(), 10_000);
        assert!(ids.iter().all(|id| id.get_version_num() == 4));
        assert_ne!(of_number("server", 1), of_number("port", 1));
        assert_eq!(of_name("user", "demo"), of_name("user", "demo"));
    }
}
