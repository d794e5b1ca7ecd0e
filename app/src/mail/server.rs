//! The firm's mail server, as the firm states it. Its password is kept apart.

use super::message::address;
use serde::{Deserialize, Serialize};
use std::net::IpAddr;

/// How the way to the server is kept from others' eyes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Security {
    /// Encrypted from the first byte, usually port 465.
    Tls,
    /// Encrypted before anything is said, or nothing is; usually port 587.
    #[default]
    Starttls,
    /// Open: on this machine only.
    Open,
}

impl Security {
    pub const WORDS: [&'static str; 3] = ["starttls", "tls", "open"];

    /// Returns its word.
    pub fn word(self) -> &'static str {
        match self {
            Security::Tls => "tls",
            Security::Starttls => "starttls",
            Security::Open => "open",
        }
    }

    /// Returns what a word stands for.
    pub fn of(word: &str) -> Option<Security> {
        [Security::Starttls, Security::Tls, Security::Open].into_iter().find(|one| one.word() == word)
    }
}

/// A mail server, and from whom it sends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Server {
    pub host: String,
    pub port: u16,
    pub security: Security,
    /// The name by which we sign in; empty where the server asks for none.
    pub user: String,
    /// The sender's name and address.
    pub name: String,
    pub address: String,
}

/// What is wrong with a server as it is stated: the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Host,
    Port,
    /// An open way leads off this machine.
    Security,
    Address,
}

impl Server {
    /// Returns what is wrong with it, if anything is.
    pub fn faults(&self) -> Vec<Fault> {
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':');
        let is_host = !self.host.is_empty() && self.host.chars().all(plain);
        let faults = [
            (!is_host, Fault::Host),
            (self.port == 0, Fault::Port),
            (self.security == Security::Open && !self.is_here(), Fault::Security),
            (address(&self.address).is_none(), Fault::Address),
        ];
        faults.into_iter().filter(|(is_wrong, _)| *is_wrong).map(|(_, fault)| fault).collect()
    }

    /// Tells whether the server is this machine.
    pub fn is_here(&self) -> bool {
        let ip = self.host.parse::<IpAddr>();
        self.host == "localhost" || ip.is_ok_and(|ip| ip.is_loopback())
    }

    /// Returns the domain of the sender's address.
    pub fn domain(&self) -> &str {
        self.address.rsplit('@').next().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_open_way_stays_on_this_machine() {
        let server = |host: &str, security| Server {
            host: host.to_owned(),
            port: 25,
            security,
            user: String::new(),
            name: "Midad".to_owned(),
            address: "reem@midad.example".to_owned(),
        };
        for (host, security, faults) in [
            ("127.0.0.1", Security::Open, vec![]),
            ("::1", Security::Open, vec![]),
            ("localhost", Security::Open, vec![]),
            ("mail.midad.example", Security::Open, vec![Fault::Security]),
            ("localhost.midad.example", Security::Open, vec![Fault::Security]),
            ("mail.midad.example", Security::Tls, vec![]),
            ("mail midad", Security::Starttls, vec![Fault::Host]),
            ("", Security::Starttls, vec![Fault::Host]),
        ] {
            assert_eq!(server(host, security).faults(), faults, "{host}");
        }
        let nobody = Server { address: "reem".to_owned(), port: 0, ..server("mail.example", Security::Tls) };
        assert_eq!(nobody.faults(), [Fault::Port, Fault::Address]);
        assert_eq!(server("x", Security::Tls).domain(), "midad.example");
    }
}
