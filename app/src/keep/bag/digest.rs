//! Digests of files: several of one file in one reading.

use data_encoding::HEXLOWER;
use domain::word::words;
use sha2::digest::DynDigest;
use std::io::{Read, Result};

words! {
    /// An algorithm, by the word that names its manifest.
    Algorithm {
        Md5 = "md5",
        Sha1 = "sha1",
        Sha224 = "sha224",
        Sha256 = "sha256",
        Sha384 = "sha384",
        Sha512 = "sha512",
    }
}

/// Large enough that reading costs nothing beside hashing.
const CHUNK: usize = 256 * 1024;

impl Algorithm {
    /// Returns how many hexadecimal letters a digest has.
    pub fn width(self) -> usize {
        2 * self.begun().output_size()
    }

    /// Tells whether two different files of one digest can be made by whoever wants to.
    pub fn is_weak(self) -> bool {
        matches!(self, Algorithm::Md5 | Algorithm::Sha1)
    }

    fn begun(self) -> Box<dyn DynDigest> {
        match self {
            Algorithm::Md5 => Box::new(md5::Md5::default()),
            Algorithm::Sha1 => Box::new(sha1::Sha1::default()),
            Algorithm::Sha224 => Box::new(sha2::Sha224::default()),
            Algorithm::Sha256 => Box::new(sha2::Sha256::default()),
            Algorithm::Sha384 => Box::new(sha2::Sha384::default()),
            Algorithm::Sha512 => Box::new(sha2::Sha512::default()),
        }
    }
}

/// Returns the digests of what a reader gives, in the order of the algorithms, as lower-case hexadecimal letters.
pub fn digests(mut reader: impl Read, algorithms: &[Algorithm]) -> Result<Vec<String>> {
    let mut begun: Vec<Box<dyn DynDigest>> = algorithms.iter().map(|algorithm| algorithm.begun()).collect();
    let mut chunk = vec![0; CHUNK];
    loop {
        match reader.read(&mut chunk)? {
            0 => return Ok(begun.into_iter().map(|digest| HEXLOWER.encode(&digest.finalize())).collect()),
            read => begun.iter_mut().for_each(|digest| digest.update(&chunk[..read])),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_are_those_of_the_standard_tools() {
        // md5sum, sha1sum, … of "abc" without a line end.
        let expected = [
            "900150983cd24fb0d6963f7d28e17f72",
            "a9993e364706816aba3e25717850c26c9cd0d89d",
            "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7",
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7",
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd\
             454d4423643ce80e2a9ac94fa54ca49f",
        ];
        assert_eq!(digests(&b"abc"[..], Algorithm::ALL).expect("in memory"), expected);
        for (algorithm, expected) in Algorithm::ALL.iter().zip(expected) {
            assert_eq!(algorithm.width(), expected.len(), "{algorithm:?}");
        }
    }
}
