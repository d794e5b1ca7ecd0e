//! A fast hash of short texts: keys of clients, names of records. It only spreads; nothing is proved by it.

use std::hash::{BuildHasherDefault, Hasher};

/// The hasher of a map whose keys are hashes already.
pub type Already = BuildHasherDefault<PassOn>;

/// Returns a text's hash.
pub fn hash(text: &str) -> u64 {
    let mut mix = Mix::default();
    mix.write(text.as_bytes());
    mix.finish()
}

/// Returns a number's hash.
pub fn spread(number: u64) -> u64 {
    let mut mix = Mix::default();
    mix.mix(number);
    mix.finish()
}

/// Mixes eight bytes at a time by a long multiplication.
#[derive(Default)]
pub struct Mix(u64);

const ODD: u64 = 0x9e37_79b9_7f4a_7c15;

impl Mix {
    fn mix(&mut self, word: u64) {
        let product = u128::from(self.0 ^ word ^ ODD) * u128::from(word.rotate_left(32) ^ 0xd6e8_feb8_6659_fd93);
        self.0 = (product as u64) ^ ((product >> 64) as u64) ^ self.0.rotate_left(23);
    }
}

impl Hasher for Mix {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        words.iter().for_each(|word| self.mix(u64::from_le_bytes(*word)));
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        self.mix(u64::from_le_bytes(last) ^ (bytes.len() as u64) << 56);
    }

    fn finish(&self) -> u64 {
        let product = u128::from(self.0 ^ ODD) * u128::from(ODD);
        (product as u64) ^ ((product >> 64) as u64)
    }
}

/// Passes on what is a hash.
#[derive(Clone, Copy, Default)]
pub struct PassOn(u64);

impl Hasher for PassOn {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |sum, byte| sum.rotate_left(8) ^ u64::from(*byte));
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn texts_that_differ_a_little_hash_apart() {
        let texts: Vec<String> =
            (0..200_000).flat_map(|n| [format!("INV-{n:08}"), format!("C{n:06}/2026-01-05")]).collect();
        let hashes: HashSet<u64> = texts.iter().map(|text| hash(text)).collect();
        assert_eq!(hashes.len(), texts.len());
        let low: HashSet<u64> = hashes.iter().map(|hash| hash & 0xffff).collect();
        assert!(low.len() > 65_000, "the low bits, by which a map sorts, are spread too");
        assert_ne!(hash("a"), hash("a\0"));
    }
}
