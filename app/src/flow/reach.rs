//! Whether a phone outside can open a link of this copy, as far as its own settings tell; nobody outside is asked.

use std::net::IpAddr;

/// How far a link reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Only this machine.
    Machine,
    /// Machines on the same network.
    Network,
    /// Anyone, but what they send and read travels open.
    OpenToAll,
    /// Anyone, if the proxy forwards to this copy.
    Everyone,
    /// What is stated is no address.
    Unreadable,
}

impl Reach {
    /// Judges the public address, or without one the address that is listened at.
    pub fn of(public_url: Option<&str>, listen: Option<&str>) -> Reach {
        match (public_url, listen) {
            (Some(url), _) => of_url(url),
            (None, Some(listen)) => of_host(host(listen)).unwrap_or(Reach::Network),
            (None, None) => Reach::Machine,
        }
    }

    /// Returns the last part of the keys that say it.
    pub fn word(self) -> &'static str {
        match self {
            Reach::Machine => "machine",
            Reach::Network => "network",
            Reach::OpenToAll => "open",
            Reach::Everyone => "everyone",
            Reach::Unreadable => "unreadable",
        }
    }

    /// Tells whether a phone outside can open a link, and safely.
    pub fn is_good(self) -> bool {
        self == Reach::Everyone
    }
}

fn of_url(url: &str) -> Reach {
    let (secure, rest) = match (url.strip_prefix("https://"), url.strip_prefix("http://")) {
        (Some(rest), _) => (true, rest),
        (None, Some(rest)) => (false, rest),
        (None, None) => return Reach::Unreadable,
    };
    let host = host(rest.split('/').next().unwrap_or_default());
    let outside = if secure { Reach::Everyone } else { Reach::OpenToAll };
    if host.is_empty() { Reach::Unreadable } else { of_host(host).unwrap_or(outside) }
}

/// Returns the host of `host:port` or `[v6]:port`.
fn host(authority: &str) -> &str {
    match authority.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => authority.split(':').next().unwrap_or_default(),
    }
}

/// Judges a host that is known to lead to this machine or this network; nothing for any other.
fn of_host(host: &str) -> Option<Reach> {
    let local_name = !host.contains('.') || host.ends_with(".local") || host.ends_with(".lan");
    match host.parse::<IpAddr>().map(|ip| ip.to_canonical()) {
        Ok(ip) if ip.is_loopback() => Some(Reach::Machine),
        Ok(ip) if ip.is_unspecified() => Some(Reach::Network),
        Ok(IpAddr::V4(ip)) if ip.is_private() || ip.is_link_local() => Some(Reach::Network),
        Ok(IpAddr::V6(ip)) if ip.is_unique_local() || ip.is_unicast_link_local() => Some(Reach::Network),
        Ok(_) => None,
        Err(_) if host == "localhost" || host.ends_with(".localhost") => Some(Reach::Machine),
        Err(_) if local_name => Some(Reach::Network),
        Err(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn judges_addresses() {
        let check = |url: Option<&str>, listen: Option<&str>, reach| {
            assert_eq!(Reach::of(url, listen), reach, "{url:?} {listen:?}")
        };
        check(None, None, Reach::Machine);
        check(None, Some("127.0.0.1:7411"), Reach::Machine);
        check(None, Some("[::1]:7411"), Reach::Machine);
        check(None, Some("0.0.0.0:7411"), Reach::Network);
        check(None, Some("192.168.1.4:7411"), Reach::Network);
        check(Some("https://khitam.midad.example"), Some("127.0.0.1:7411"), Reach::Everyone);
        check(Some("https://khitam.midad.example:8443/"), None, Reach::Everyone);
        check(Some("http://khitam.midad.example"), None, Reach::OpenToAll);
        check(Some("https://localhost:7411"), None, Reach::Machine);
        check(Some("https://10.0.0.8"), None, Reach::Network);
        check(Some("https://nas.local"), None, Reach::Network);
        check(Some("khitam.midad.example"), None, Reach::Unreadable);
        check(Some("https://"), None, Reach::Unreadable);
    }
}
