//! Handing a mail to the server by SMTP. Before its text is handed over, every failure is known to have sent nothing;
//! afterwards only the server's own word counts.

use super::message::address;
use super::server::{Security, Server};
use lettre::address::Envelope;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, Certificate, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::response::Response;
use std::future::Future;
use std::io::ErrorKind;
use std::path::Path;
use std::time::Duration;
use tokio::time::timeout;

/// So long may everything take before the text is handed over, and then the handing over.
const ASKING: Duration = Duration::from_secs(90);
const HANDING: Duration = Duration::from_secs(240);
const CONNECTING: Duration = Duration::from_secs(20);
const PARTING: Duration = Duration::from_secs(3);

/// More of an answer is not kept, in characters.
const ANSWER_MAX: usize = 500;

/// The firm's own authorities, beside those that everyone trusts: a file in its folder.
const AUTHORITIES: &str = "mail-ca.pem";

/// A mail with the addresses for which the server is asked.
#[derive(Clone, Copy, Debug)]
pub struct Parcel<'a> {
    pub to: &'a str,
    pub raw: &'a [u8],
}

/// What came of it, with what the server said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The server took it.
    Taken(String),
    /// Not now; nothing was taken.
    Later(String),
    /// Never like this; nothing was taken.
    Refused(String),
    /// Its text was handed over, and the server's answer did not come.
    Unknown(String),
    /// Nobody may hand it over any more.
    Withdrawn,
}

/// Hands a mail over. `begin` is asked after the server agreed and before anything of the text goes out; if it says no,
/// nothing is handed over.
pub async fn hand_over<F: Future<Output = bool>>(
    (server, password): (&Server, &str),
    folder: &Path,
    parcel: Parcel<'_>,
    begin: impl FnOnce() -> F,
) -> Outcome {
    let asked = timeout(ASKING, asked(server, password, folder, parcel.to)).await;
    let mut connection = match asked {
        Err(_) => return Outcome::Later("timeout".to_owned()),
        Ok(Err(error)) => return early(&error),
        Ok(Ok(connection)) => connection,
    };
    if !begin().await {
        // A connection that closes before the final dot hands nothing over.
        return Outcome::Withdrawn;
    }
    let outcome = match timeout(HANDING, connection.message(parcel.raw)).await {
        Err(_) => Outcome::Unknown("timeout".to_owned()),
        Ok(Ok(response)) => Outcome::Taken(short(&told(&response))),
        Ok(Err(error)) if error.is_transient() => Outcome::Later(said(&error)),
        Ok(Err(error)) if error.is_permanent() => Outcome::Refused(said(&error)),
        Ok(Err(error)) => Outcome::Unknown(said(&error)),
    };
    let _ = timeout(PARTING, connection.quit()).await;
    outcome
}

/// Looks whether the server answers and lets us in; sends nothing.
pub async fn reached(server: &Server, password: &str, folder: &Path) -> Result<(), String> {
    match timeout(CONNECTING, entered(server, password, folder)).await {
        Err(_) => Err("timeout".to_owned()),
        Ok(Err(error)) => Err(error.says()),
        Ok(Ok(mut connection)) => {
            let _ = timeout(PARTING, connection.quit()).await;
            Ok(())
        }
    }
}

/// Brings the server to where it waits for the text.
async fn asked(server: &Server, password: &str, folder: &Path, to: &str) -> Result<AsyncSmtpConnection, Asked> {
    let addresses = address(&server.address).zip(address(to));
    let (from, to) = addresses.ok_or(Asked::Address)?;
    let envelope = Envelope::new(Some(from), vec![to]).map_err(|_| Asked::Address)?;
    let mut connection = entered(server, password, folder).await?;
    connection.command(Mail::new(envelope.from().cloned(), vec![])).await?;
    for to in envelope.to() {
        connection.command(Rcpt::new(to.clone(), vec![])).await?;
    }
    connection.command(Data).await?;
    Ok(connection)
}

/// Connects as the firm said, and signs in.
async fn entered(server: &Server, password: &str, folder: &Path) -> Result<AsyncSmtpConnection, Asked> {
    let hello = ClientId::Domain(server.domain().to_owned());
    let place = (server.host.as_str(), server.port);
    let tls = if server.security == Security::Open { None } else { Some(parameters(server, folder)?) };
    let from_the_start = tls.clone().filter(|_| server.security == Security::Tls);
    let mut connection =
        AsyncSmtpConnection::connect_tokio1(place, Some(CONNECTING), &hello, from_the_start, None).await?;
    if let Some(tls) = tls.filter(|_| server.security == Security::Starttls) {
        connection.starttls(tls, &hello).await?;
    }
    if !server.user.is_empty() {
        let credentials = Credentials::new(server.user.clone(), password.to_owned());
        connection.auth(&[Mechanism::Plain, Mechanism::Login], &credentials).await?;
    }
    Ok(connection)
}

fn parameters(server: &Server, folder: &Path) -> Result<TlsParameters, Asked> {
    let mut builder = TlsParameters::builder(server.host.clone());
    match std::fs::read(folder.join(AUTHORITIES)) {
        Ok(pem) => builder = builder.add_root_certificate(Certificate::from_pem(&pem)?),
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(Asked::Authorities(error)),
    }
    Ok(builder.build()?)
}

/// Why the server did not come to wait for the text.
enum Asked {
    Address,
    /// The file of the firm's own authorities is there and cannot be read.
    Authorities(std::io::Error),
    Smtp(Error),
}

impl Asked {
    fn says(&self) -> String {
        match self {
            Asked::Address => "address".to_owned(),
            Asked::Authorities(error) => format!("{AUTHORITIES}: {error}"),
            Asked::Smtp(error) => said(error),
        }
    }
}

impl From<Error> for Asked {
    fn from(error: Error) -> Asked {
        Asked::Smtp(error)
    }
}

/// What a failure before the text means: nothing was sent; a way that cannot be kept safe, or a refusal, stays one.
fn early(error: &Asked) -> Outcome {
    match error {
        Asked::Smtp(error) if !(error.is_permanent() || error.is_client() || error.is_tls()) => {
            Outcome::Later(said(error))
        }
        _ => Outcome::Refused(error.says()),
    }
}

/// Returns what the server said, or what failed on the way to it.
fn said(error: &Error) -> String {
    let source = std::error::Error::source(error).map(ToString::to_string);
    short(&match (error.status(), source) {
        (Some(code), source) => format!("{code} {}", source.unwrap_or_default()),
        (None, Some(source)) => source,
        (None, None) => error.to_string(),
    })
}

fn told(response: &Response) -> String {
    format!("{} {}", response.code(), response.message().collect::<Vec<_>>().join(" "))
}

fn short(answer: &str) -> String {
    let plain = answer.chars().map(|c| if c.is_control() { ' ' } else { c }).take(ANSWER_MAX);
    plain.collect::<String>().trim().to_owned()
}
