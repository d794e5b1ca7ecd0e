//! Where backups lie: a folder, or a bucket of an S3-compatible store.

use super::Trouble;
use bytes::Bytes;
use futures_util::TryStreamExt;
use object_store::aws::{AmazonS3Builder, AmazonS3ConfigKey};
use object_store::local::LocalFileSystem;
use object_store::path::Path as Key;
use object_store::{ClientOptions, ObjectStore, ObjectStoreExt, RetryConfig};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// Names and values for a store, such as `AWS_ACCESS_KEY_ID`. They are neither shown nor logged.
#[derive(Clone, Default)]
pub struct Secrets(Vec<(String, String)>);

impl Secrets {
    /// Takes what the environment says, and a file of lines `NAME=value` above it.
    pub fn of(file: Option<&str>) -> Secrets {
        let read = |line: &str| {
            let (name, value) = line.trim().trim_start_matches("export ").split_once('=')?;
            let value = value.trim().trim_matches(['"', '\'']).to_owned();
            (!name.starts_with('#')).then(|| (name.trim().to_owned(), value))
        };
        let environment = std::env::vars_os().filter_map(|(name, value)| {
            Some((name.into_string().ok()?, value.into_string().ok()?)).filter(|(name, _)| name.starts_with("AWS_"))
        });
        let mut all: Vec<(String, String)> = environment.collect();
        all.extend(file.unwrap_or_default().lines().filter_map(read));
        Secrets(all)
    }
}

/// A place for backups.
#[derive(Clone)]
pub struct Place {
    store: Arc<dyn ObjectStore>,
    /// What stands before every name.
    prefix: Key,
    /// Its address, as it was written.
    pub shown: String,
}

impl Place {
    /// Reads an address: `s3://BUCKET/PREFIX`, or a folder, which is made where it is to be written to.
    pub fn of(address: &str, secrets: &Secrets, is_made: bool) -> Result<Place, Trouble> {
        match address.strip_prefix("s3://") {
            Some(rest) => bucket(address, rest, secrets),
            None => folder(address, is_made),
        }
    }

    /// Returns what lies here under names that begin so, as the first part of their paths.
    pub async fn names(&self, beginning: &str) -> Result<Vec<String>, Trouble> {
        let listed = self.store.list_with_delimiter(Some(&self.prefix)).await.map_err(|error| self.trouble(error))?;
        let names = listed.common_prefixes.iter().filter_map(|path| path.filename());
        let mut names: Vec<String> = names.filter(|name| name.starts_with(beginning)).map(str::to_owned).collect();
        names.sort();
        Ok(names)
    }

    /// Writes a file, whole or not at all.
    pub async fn put(&self, path: &str, bytes: Vec<u8>) -> Result<(), Trouble> {
        self.store.put(&self.key(path), bytes.into()).await.map(drop).map_err(|error| self.trouble(error))
    }

    /// Returns a file, if it is there.
    pub async fn get(&self, path: &str) -> Result<Option<Bytes>, Trouble> {
        let read = async { self.store.get(&self.key(path)).await?.bytes().await };
        match read.await {
            Ok(bytes) => Ok(Some(bytes)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(self.trouble(error)),
        }
    }

    /// Removes everything below a name, and `first` before the rest.
    pub async fn remove(&self, name: &str, first: &str) -> Result<(), Trouble> {
        let key = self.key(name);
        let found: Vec<object_store::ObjectMeta> =
            self.store.list(Some(&key)).try_collect().await.map_err(|error| self.trouble(error))?;
        let mut keys: Vec<Key> = found.into_iter().map(|meta| meta.location).collect();
        keys.sort_by_key(|key| key.filename() != Some(first));
        for key in keys {
            match self.store.delete(&key).await {
                Ok(()) | Err(object_store::Error::NotFound { .. }) => {}
                Err(error) => return Err(self.trouble(error)),
            }
        }
        if !self.shown.starts_with("s3://") {
            // A store has no folders; a folder has.
            let _ = std::fs::remove_dir(Path::new(&self.shown).join(name));
        }
        Ok(())
    }

    /// Tells whether one of two places lies within the other.
    pub fn overlaps(&self, other: &Place) -> bool {
        overlap(&self.shown, &other.shown)
    }

    fn key(&self, path: &str) -> Key {
        path.split('/').fold(self.prefix.clone(), |key, part| key.join(part))
    }

    fn trouble(&self, error: object_store::Error) -> Trouble {
        let mut why = error.to_string();
        let mut source = std::error::Error::source(&error);
        while let Some(cause) = source {
            let said = cause.to_string();
            if !why.contains(&said) {
                why = format!("{why}: {said}");
            }
            source = cause.source();
        }
        Trouble::Place { place: self.shown.clone(), why }
    }
}

/// Tells whether of two addresses, which need not exist, one lies within the other.
pub fn overlap(one: &str, other: &str) -> bool {
    let whole = |address: &str| match address.strip_prefix("s3://") {
        Some(rest) => Path::new("s3:").join(rest.trim_matches('/')),
        None => real(Path::new(address)),
    };
    let (one, other) = (whole(one), whole(other));
    one.starts_with(&other) || other.starts_with(&one)
}

/// Returns where a path leads, as far as it exists.
fn real(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut there =
        path.ancestors().filter_map(|part| Some((part.canonicalize().ok()?, path.strip_prefix(part).ok()?)));
    there.next().map_or_else(|| path.clone(), |(part, rest)| part.join(rest))
}

fn folder(address: &str, is_made: bool) -> Result<Place, Trouble> {
    let path = Path::new(address);
    let wrong = |why: String| Trouble::Place { place: address.to_owned(), why };
    if is_made {
        std::fs::create_dir_all(path).map_err(|error| wrong(error.to_string()))?;
    } else if !path.is_dir() {
        return Err(Trouble::NoBackup(address.to_owned()));
    }
    let store = LocalFileSystem::new_with_prefix(path).map_err(|error| wrong(error.to_string()))?.with_fsync(true);
    Ok(Place { store: Arc::new(store), prefix: Key::default(), shown: address.to_owned() })
}

fn bucket(address: &str, rest: &str, secrets: &Secrets) -> Result<Place, Trouble> {
    let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
    let wrong = |why: String| Trouble::Address(format!("{address}: {why}"));
    if bucket.is_empty() {
        return Err(wrong("s3://BUCKET/…".to_owned()));
    }
    // Without keys the store would ask the machine's neighbourhood for some.
    let has = |name: &str| secrets.0.iter().any(|(key, value)| key == name && !value.is_empty());
    if let Some(lacks) = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"].into_iter().find(|name| !has(name)) {
        return Err(wrong(lacks.to_owned()));
    }
    // Whoever was first in this process has said it; there is one provider only.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let retry = RetryConfig { max_retries: 4, retry_timeout: Duration::from_secs(60), ..RetryConfig::default() };
    let options =
        ClientOptions::new().with_connect_timeout(Duration::from_secs(10)).with_timeout(Duration::from_secs(600));
    // Not every store knows how to remove many at once.
    let plain = AmazonS3Builder::new().with_config(AmazonS3ConfigKey::DisableBulkDelete, "true");
    let mut builder = plain.with_client_options(options).with_retry(retry).with_bucket_name(bucket);
    for (name, value) in &secrets.0 {
        if let Ok(key) = name.to_ascii_lowercase().parse::<AmazonS3ConfigKey>() {
            builder = builder.with_config(key, value);
        }
    }
    let store = builder.build().map_err(|error| wrong(error.to_string()))?;
    let prefix = Key::parse(prefix.trim_matches('/')).map_err(|error| wrong(error.to_string()))?;
    Ok(Place { store: Arc::new(store), prefix, shown: address.to_owned() })
}
