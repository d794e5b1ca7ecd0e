//! A member's own key: texts are sealed to its public half; the secret half opens with the password and is never stored
//! open.

use super::password::{self, Cost};
use crate::entropy;
use age::secrecy::ExposeSecret;
use age::stream::StreamWriter;
use age::x25519;
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Key, KeyInit, Nonce};
use std::io::{self, BufRead, Read, Write};
use std::sync::Arc;

/// The secret half, open in memory.
#[derive(Clone)]
pub struct Identity(Arc<x25519::Identity>);

/// The layout of a sealed secret: this byte, two costs, salt, nonce, sealed text.
const LAYOUT: u8 = 1;
const HEAD_BYTES: usize = 1 + 4 + 4 + 16 + 12;

/// A cost beyond this was not written by us and would exhaust the machine.
const MEMORY_KIB_MAX: u32 = 1024 * 1024;

impl Identity {
    /// Draws a new identity; age draws its key from the operating system, as `entropy` does.
    pub fn new() -> Identity {
        Identity(Arc::new(x25519::Identity::generate()))
    }

    /// Returns the public half.
    pub fn public(&self) -> String {
        self.0.to_public().to_string()
    }

    /// Returns the secret half as text, to be sealed in turn.
    pub fn secret_text(&self) -> String {
        self.0.to_string().expose_secret().to_owned()
    }

    /// Reads a secret half.
    pub fn of_text(text: &str) -> Option<Identity> {
        text.parse().ok().map(|identity| Identity(Arc::new(identity)))
    }

    /// Seals the secret half under a password.
    pub fn under(&self, password: &str, cost: Cost) -> Vec<u8> {
        let (salt, nonce) = (entropy::bytes::<16>(), entropy::bytes::<12>());
        let public = self.public();
        let text = self.secret_text();
        let payload = Payload { msg: text.as_bytes(), aad: public.as_bytes() };
        let sealed = cipher(password, &salt, cost).encrypt(Nonce::from_slice(&nonce), payload);
        let mut bytes = vec![LAYOUT];
        bytes.extend(cost.memory_kib.to_le_bytes());
        bytes.extend(cost.passes.to_le_bytes());
        bytes.extend(salt);
        bytes.extend(nonce);
        bytes.extend(sealed.expect("a key's text is short"));
        bytes
    }

    /// Opens a sealed secret half; nothing if the password or the public half is not its own.
    pub fn open(sealed: &[u8], password: &str, public: &str) -> Option<Identity> {
        let number = |at: usize| Some(u32::from_le_bytes(sealed.get(at..at + 4)?.try_into().ok()?));
        let cost = Cost { memory_kib: number(1)?, passes: number(5)? };
        let sane = sealed.len() > HEAD_BYTES
            && sealed[0] == LAYOUT
            && (8..=MEMORY_KIB_MAX).contains(&cost.memory_kib)
            && (1..=64).contains(&cost.passes);
        if !sane {
            return None;
        }
        let salt: [u8; 16] = sealed[9..25].try_into().ok()?;
        let payload = Payload { msg: &sealed[HEAD_BYTES..], aad: public.as_bytes() };
        let text = cipher(password, &salt, cost).decrypt(Nonce::from_slice(&sealed[25..37]), payload).ok()?;
        Identity::of_text(std::str::from_utf8(&text).ok()?)
    }

    /// Tells whether a text is a public half.
    pub fn is_public(text: &str) -> bool {
        text.parse::<x25519::Recipient>().is_ok()
    }

    /// Reads the first secret half in a file of `age-keygen`, in which other lines are remarks.
    pub fn of_file(text: &str) -> Option<Identity> {
        text.lines().map(str::trim).find(|line| line.starts_with("AGE-SECRET-KEY-")).and_then(Identity::of_text)
    }

    /// Seals the secret half under a passphrase as a file that `age` takes for an identity.
    pub fn file_under(&self, passphrase: &str) -> io::Result<Vec<u8>> {
        let mut writer = age::Encryptor::with_user_passphrase(passphrase.into()).wrap_output(Vec::new())?;
        writer.write_all(self.secret_text().as_bytes())?;
        writer.finish()
    }

    /// Opens such a file; nothing if the passphrase is not its own.
    pub fn open_file(sealed: &[u8], passphrase: &str) -> Option<Identity> {
        let identity = age::scrypt::Identity::new(passphrase.into());
        let decryptor = age::Decryptor::new_buffered(sealed).ok()?;
        let mut text = String::new();
        let mut reader = decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity)).ok()?;
        reader.read_to_string(&mut text).ok()?;
        Identity::of_file(&text)
    }

    /// Tells by a sealed text's beginning whether it was sealed to this identity.
    pub fn opens(&self, head: &[u8]) -> bool {
        let decryptor = age::Decryptor::new_buffered(head);
        decryptor.is_ok_and(|opened| opened.decrypt(std::iter::once(&*self.0 as &dyn age::Identity)).is_ok())
    }

    /// Opens a text that was sealed to this identity; nothing if it was sealed to others only.
    pub fn read(&self, sealed: &[u8]) -> Option<Vec<u8>> {
        let mut text = Vec::new();
        self.opening(sealed)?.read_to_end(&mut text).ok()?;
        Some(text)
    }

    /// Reads what was sealed to this identity while it comes in; nothing if it was sealed to others only.
    pub fn opening<R: BufRead>(&self, sealed: R) -> Option<impl Read + use<R>> {
        let decryptor = age::Decryptor::new_buffered(sealed).ok()?;
        decryptor.decrypt(std::iter::once(&*self.0 as &dyn age::Identity)).ok()
    }
}

impl Default for Identity {
    fn default() -> Identity {
        Identity::new()
    }
}

fn cipher(password: &str, salt: &[u8; 16], cost: Cost) -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new(Key::from_slice(&password::key(password, salt, cost)))
}

/// Seals a text to public keys; nothing if there is none or one of them is no key. The seal does not say whose they are.
pub fn seal(text: &[u8], publics: &[&str]) -> Option<Vec<u8>> {
    let mut writer = sealing(Vec::new(), publics).ok()?;
    writer.write_all(text).ok()?;
    writer.finish().ok()
}

/// Seals what is written to it to public keys; `finish` must end it.
pub fn sealing<W: Write>(output: W, publics: &[&str]) -> io::Result<StreamWriter<W>> {
    let no_key = |error: &dyn std::fmt::Display| io::Error::new(io::ErrorKind::InvalidInput, error.to_string());
    let keys = publics.iter().map(|key| key.parse::<x25519::Recipient>().map_err(|error| no_key(&error)));
    let keys: Vec<x25519::Recipient> = keys.collect::<io::Result<_>>()?;
    let encryptor = age::Encryptor::with_recipients(keys.iter().map(|key| key as &dyn age::Recipient));
    encryptor.map_err(|error| no_key(&error))?.wrap_output(output)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opens_with_its_password_only() {
        let identity = Identity::new();
        let sealed = identity.under("correct horse battery", Cost::LEAST);
        let public = identity.public();
        assert_eq!(Identity::open(&sealed, "correct horse battery", &public).map(|i| i.public()), Some(public.clone()));
        assert!(Identity::open(&sealed, "correct horse batter", &public).is_none());
        assert!(Identity::open(&sealed, "correct horse battery", &Identity::new().public()).is_none());
        for cut in [0, 1, 20, HEAD_BYTES, sealed.len() - 1] {
            assert!(Identity::open(&sealed[..cut], "correct horse battery", &public).is_none(), "{cut}");
        }
    }

    #[test]
    fn a_sealed_text_opens_for_those_named() {
        let (reader, other) = (Identity::new(), Identity::new());
        let sealed = seal("نص".as_bytes(), &[&reader.public()]).expect("one key");
        assert_eq!(reader.read(&sealed), Some("نص".as_bytes().to_vec()));
        assert_eq!(other.read(&sealed), None);
        assert!(reader.opens(&sealed) && !other.opens(&sealed));
        let long = seal(&[7; 300_000], &[&other.public(), &reader.public()]).expect("two keys");
        assert!(reader.opens(&long[..4096]) && reader.read(&long[..4096]).is_none());
        assert_eq!(seal(b"x", &[]), None);
        assert_eq!(seal(b"x", &["age1nonsense"]), None);
    }
}
