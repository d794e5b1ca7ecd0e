//! Texts sealed to two keys at once, a case's and a person's: whichever is destroyed erases the text.

use super::key_folder::Key;
use crate::entropy;
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{ChaCha20Poly1305, KeyInit, Nonce};
use sha2::{Digest, Sha256};

/// Sealed texts are filled up to a multiple of this, so that their length says little.
const PAD_BYTES: usize = 512;
const NONCE_BYTES: usize = 12;

/// Seals a JSON text; `place` says where it belongs, so that it opens nowhere else.
pub fn seal(case: &Key, person: &Key, place: &str, json: &str) -> Vec<u8> {
    let mut text = json.as_bytes().to_vec();
    // JSON may end in spaces.
    text.resize(text.len().next_multiple_of(PAD_BYTES), b' ');
    let nonce = entropy::bytes::<NONCE_BYTES>();
    let payload = Payload { msg: &text, aad: place.as_bytes() };
    let sealed = cipher(case, person).encrypt(Nonce::from_slice(&nonce), payload).expect("a text is short");
    [nonce.as_slice(), &sealed].concat()
}

/// Opens a sealed text; nothing if a key or the place is not its own.
pub fn open(case: &Key, person: &Key, place: &str, sealed: &[u8]) -> Option<String> {
    let (nonce, sealed) = sealed.split_at_checked(NONCE_BYTES)?;
    let payload = Payload { msg: sealed, aad: place.as_bytes() };
    let text = cipher(case, person).decrypt(Nonce::from_slice(nonce), payload).ok()?;
    String::from_utf8(text).ok()
}

fn cipher(case: &Key, person: &Key) -> ChaCha20Poly1305 {
    let mut sha = Sha256::new();
    sha.update(b"khitam text of a case 1");
    sha.update(case);
    sha.update(person);
    ChaCha20Poly1305::new(&sha.finalize().0.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opens_with_both_keys_in_its_place_only() {
        let (case, person, other) = ([1; 32], [2; 32], [3; 32]);
        let sealed = seal(&case, &person, "NAKHLA/k1/OpinionSubmitted", "{\"why\":\"رأيت\"}");
        let place = "NAKHLA/k1/OpinionSubmitted";
        assert_eq!(
            open(&case, &person, place, &sealed).map(|text| text.trim_end().to_owned()).as_deref(),
            Some("{\"why\":\"رأيت\"}")
        );
        assert_eq!(open(&other, &person, place, &sealed), None);
        assert_eq!(open(&case, &other, place, &sealed), None);
        assert_eq!(open(&case, &person, "NAKHLA/k1/GoodThingGiven", &sealed), None);
        assert_eq!(open(&case, &person, place, &sealed[..5]), None);
    }

    #[test]
    fn short_and_long_answers_look_alike() {
        let length = |json: &str| seal(&[1; 32], &[2; 32], "x", json).len();
        assert_eq!(length("{\"stance\":\"end\"}"), length("{\"stance\":\"repair\",\"why\":\"a longer reason\"}"));
    }
}
