//! Who made a package: an Ed25519 signature beside the list that binds everything else, in the forms that `openssl` reads.

use crate::keep::bag::TAG_MANIFEST;
use data_encoding::BASE64;
use ed25519_dalek::{Signer, SigningKey, VerifyingKey};
use std::fs;
use std::io::{ErrorKind, Result};
use std::path::Path;

pub const SIGNER: &str = "signer.pem";
pub const SIGNATURE: &str = "tagmanifest-sha256.txt.sig";

/// What every Ed25519 key in this form begins with (RFC 8410).
const PUBLIC_HEAD: [u8; 12] = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];
const PEM_BEGIN: &str = "-----BEGIN PUBLIC KEY-----\n";
const PEM_END: &str = "\n-----END PUBLIC KEY-----\n";

/// No list of files is longer.
const LIST_MAX: u64 = 64 * 1024 * 1024;

/// What a package's signature is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signature {
    /// Whoever holds this key made it; whose key it is must be known from elsewhere.
    By(String),
    /// It does not fit what lies there.
    False,
    /// There is none.
    Missing,
}

/// Returns the public key of a signer as text.
pub fn signer_text(signer: &VerifyingKey) -> String {
    let bytes: Vec<u8> = PUBLIC_HEAD.iter().chain(signer.as_bytes()).copied().collect();
    format!("{PEM_BEGIN}{}{PEM_END}", BASE64.encode(&bytes))
}

/// Returns the line of a public key that tells it from others.
pub fn signer_line(signer: &str) -> &str {
    signer.lines().nth(1).unwrap_or_default()
}

/// Returns the signature of the list of a package's own files.
pub fn sign(list: &[u8], signer: &SigningKey) -> [u8; 64] {
    signer.sign(list).to_bytes()
}

/// Looks who signed a package.
pub fn signature(package: &Path) -> Result<Signature> {
    let (Some(list), Some(signer), Some(signature)) =
        (there(package, TAG_MANIFEST)?, there(package, SIGNER)?, there(package, SIGNATURE)?)
    else {
        return Ok(Signature::Missing);
    };
    let text = String::from_utf8_lossy(&signer).into_owned();
    Ok(if signed_by(&list, &text, &signature) { Signature::By(text) } else { Signature::False })
}

/// Tells whether bytes were signed by whoever holds the secret half of a public key.
pub fn signed_by(bytes: &[u8], signer: &str, signature: &[u8]) -> bool {
    let signature: Option<[u8; 64]> = signature.try_into().ok();
    let holds =
        |key: VerifyingKey| signature.is_some_and(|signature| key.verify_strict(bytes, &signature.into()).is_ok());
    public_key(signer).is_some_and(holds)
}

fn public_key(text: &str) -> Option<VerifyingKey> {
    let inner = text.trim().strip_prefix(PEM_BEGIN.trim_end())?.strip_suffix(PEM_END.trim())?;
    let bytes = BASE64.decode(inner.trim().as_bytes()).ok()?;
    let key: [u8; 32] = bytes.strip_prefix(&PUBLIC_HEAD)?.try_into().ok()?;
    VerifyingKey::from_bytes(&key).ok()
}

fn there(package: &Path, file: &str) -> Result<Option<Vec<u8>>> {
    let path = package.join(file);
    // Whoever made it may have put a link, a pipe or something endless there.
    let is_plain = |about: fs::Metadata| about.is_file() && about.len() <= LIST_MAX;
    match fs::symlink_metadata(&path).and_then(|about| if is_plain(about) { fs::read(&path) } else { Ok(vec![]) }) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}
