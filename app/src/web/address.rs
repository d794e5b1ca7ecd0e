//! Where a request comes from, as far as counting failed attempts needs it.

use super::app::{App, Shared};
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::HeaderMap;
use axum::http::request::Parts;
use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

/// The network that a request comes from: an IPv4 address, or the 64 bits that one IPv6 household has.
pub struct Address(pub String);

impl FromRequestParts<Shared> for Address {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<Address, Infallible> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
        let peer = peer.unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED));
        Ok(Address(network(client(app, &parts.headers, peer))))
    }
}

/// A proxy on this machine that serves the public address says for whom it asks; nobody else is believed.
fn client(app: &App, headers: &HeaderMap, peer: IpAddr) -> IpAddr {
    let forwarded = headers.get_all("x-forwarded-for").iter().next_back().and_then(|value| value.to_str().ok());
    let last = forwarded.and_then(|list| list.rsplit(',').next()).and_then(|ip| ip.trim().parse().ok());
    if app.public_url.is_some() && peer.is_loopback() { last.unwrap_or(peer) } else { peer }
}

fn network(ip: IpAddr) -> String {
    match ip.to_canonical() {
        IpAddr::V4(ip) => ip.to_string(),
        IpAddr::V6(ip) => ip.segments()[..4].iter().map(|part| format!("{part:x}")).collect::<Vec<_>>().join(":"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_household_is_one_network() {
        let check = |ip: &str, text: &str| assert_eq!(network(ip.parse().expect("an address")), text);
        check("192.0.2.7", "192.0.2.7");
        check("::ffff:192.0.2.7", "192.0.2.7");
        check("2001:db8:1:2:3:4:5:6", "2001:db8:1:2");
    }
}
