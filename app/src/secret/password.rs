//! Passwords: kept as argon2id, checked with the same work whether or not there is such a member.

use crate::entropy;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};

/// How much work one guess costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    pub memory_kib: u32,
    pub passes: u32,
}

impl Cost {
    /// RFC 9106's second recommendation, on one lane, because people sign in one by one on small machines.
    pub const USUAL: Cost = Cost { memory_kib: 64 * 1024, passes: 3 };

    /// The least argon2 takes: for tests, which guess nothing.
    pub const LEAST: Cost = Cost { memory_kib: 8, passes: 1 };

    fn argon2(self) -> Argon2<'static> {
        let params = Params::new(self.memory_kib, self.passes, 1, Some(32)).expect("both costs are within the limits");
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
    }
}

/// The fewest characters of a password.
pub const CHARACTERS_MIN: usize = 12;

/// The most bytes of a password; more would only cost work.
pub const BYTES_MAX: usize = 1024;

/// Returns a password as it is kept.
pub fn hash(password: &str, cost: Cost) -> String {
    let salt = entropy::bytes::<16>();
    let hashed = cost.argon2().hash_password_with_salt(password.as_bytes(), &salt);
    hashed.expect("a salt of 16 bytes is long enough").to_string()
}

/// Tells whether a password is the one kept; without a kept one it works as long and says no.
pub fn verify(password: &str, kept: Option<&str>, cost: Cost) -> bool {
    match kept.map(PasswordHash::new) {
        Some(Ok(kept)) => cost.argon2().verify_password(password.as_bytes(), &kept).is_ok(),
        Some(Err(_)) | None => {
            hash(password, cost);
            false
        }
    }
}

/// Derives a key from a password.
pub fn key(password: &str, salt: &[u8; 16], cost: Cost) -> [u8; 32] {
    let mut key = [0; 32];
    let derived = cost.argon2().hash_password_into(password.as_bytes(), salt, &mut key);
    derived.expect("a salt of 16 bytes is long enough");
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_password_itself_is_right() {
        let kept = hash("a sentence to remember", Cost::LEAST);
        assert!(kept.starts_with("$argon2id$v=19$m=8,t=1,p=1$"), "{kept}");
        assert!(verify("a sentence to remember", Some(&kept), Cost::USUAL), "the kept cost holds");
        assert!(!verify("a sentence to forget", Some(&kept), Cost::LEAST));
        assert!(!verify("a sentence to remember", None, Cost::LEAST));
        assert!(!verify("a sentence to remember", Some("not a hash"), Cost::LEAST));
        assert_ne!(kept, hash("a sentence to remember", Cost::LEAST), "the salt is drawn anew");
    }
}
