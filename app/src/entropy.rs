//! The only place that draws at random.

use data_encoding::BASE32_NOPAD;

/// Returns `N` random bytes of the operating system.
#[expect(clippy::disallowed_methods, reason = "this is the one place")]
pub fn bytes<const N: usize>() -> [u8; N] {
    let mut drawn = [0; N];
    getrandom::fill(&mut drawn).expect("the operating system gives random bytes");
    drawn
}

/// Returns a secret for a link or a cookie: 160 random bits in lower-case letters and digits.
pub fn secret() -> String {
    BASE32_NOPAD.encode(&bytes::<20>()).to_lowercase()
}

/// Returns a new id: sorts by the time it was made.
#[expect(clippy::disallowed_methods, reason = "this is the one place")]
pub fn id() -> String {
    uuid::Uuid::now_v7().simple().to_string()
}
