//! Tokens of links and cookies: the person holds 160 random bits, the store only their digest.

use crate::entropy;
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

/// A secret to hand out, and the digest to keep.
pub struct Token {
    pub secret: String,
    pub hash: String,
}

impl Token {
    /// Draws a token.
    pub fn new() -> Token {
        let secret = entropy::secret();
        let hash = hash(&secret);
        Token { secret, hash }
    }
}

impl Default for Token {
    fn default() -> Token {
        Token::new()
    }
}

/// Returns the digest under which a secret is kept.
pub fn hash(secret: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(secret.as_bytes()))
}
