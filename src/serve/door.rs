//! Who is answered: requests that name this server as people here reach it.

use axum::http::uri::Authority;
use axum::http::{HeaderMap, Uri, header};
use std::net::{IpAddr, Ipv4Addr};

/// The address that is listened on, and the names under which it is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Door {
    address: IpAddr,
}

impl Door {
    /// Of this machine only, unless another address was asked for.
    pub fn new(asked: Option<IpAddr>) -> Self {
        Self {
            address: asked.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST)),
        }
    }

    pub fn address(self) -> IpAddr {
        self.address
    }

    /// What a browser on this machine calls it.
    pub fn host(self) -> String {
        match self.address {
            IpAddr::V4(address) if address.is_unspecified() => Ipv4Addr::LOCALHOST.to_string(),
            IpAddr::V6(address) if address.is_unspecified() => "[::1]".to_owned(),
            IpAddr::V4(address) => address.to_string(),
            IpAddr::V6(address) => format!("[{address}]"),
        }
    }

    /// Whether a request is meant for this server. A page of another site must not read this one
    /// through a name that leads here (DNS rebinding): only this machine's own names are answered,
    /// and the address that was asked for. One who listens on every address is called by any of
    /// them, which are numbers; a name is never one. One that names two servers is meant for none.
    pub fn admits(self, uri: &Uri, headers: &HeaderMap) -> bool {
        let mut hosts = headers.get_all(header::HOST).iter();
        let (Some(host), None) = (hosts.next(), hosts.next()) else {
            return false;
        };
        // A whole address in the first line counts for more than the header (RFC 9112, 3.2.2).
        let named = uri.authority().map(Authority::as_str);
        let is_own = |host: &str| self.is_named(host);
        host.to_str().is_ok_and(is_own) && named.is_none_or(is_own)
    }

    fn is_named(self, host: &str) -> bool {
        let name = match host.rsplit_once(':') {
            Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
            _ => host,
        };
        matches!(name, "localhost" | "127.0.0.1" | "[::1]")
            || numeric(name).is_some_and(|ip| ip == self.address || self.address.is_unspecified())
    }
}

/// The address that a name is, as it stands in a URL.
fn numeric(name: &str) -> Option<IpAddr> {
    match name.strip_prefix('[') {
        Some(rest) => rest.strip_suffix(']')?.parse().ok().map(IpAddr::V6),
        None => name.parse().ok().map(IpAddr::V4),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_that_names_another_server_beside_this_one_is_not_answered() {
        let door = Door::new(None);
        let headers = |hosts: &[&str]| {
            let hosts = hosts
                .iter()
                .map(|host| (header::HOST, host.parse().unwrap()));
            hosts.collect::<HeaderMap>()
        };
        let own = headers(&["localhost:1"]);
        assert!(door.admits(&Uri::from_static("http://127.0.0.1:1/"), &own));
        for address in ["http://evil.example/", "http://localhost@evil.example/"] {
            assert!(!door.admits(&address.parse().unwrap(), &own), "{address}");
        }
        let mut two = own.clone();
        two.append(header::HOST, "evil.example".parse().unwrap());
        assert!(!door.admits(&Uri::from_static("/"), &two));
    }

    #[test]
    fn a_request_is_answered_that_names_this_server_by_its_own_address() {
        let foreign = [
            "evil.example",
            "192.168.1.5.evil.example",
            "192.168.1.5:x",
            "localhost.evil.example:4747",
            "",
        ];
        let own = ["localhost", "127.0.0.1:4747", "[::1]:1"];
        // What is listened on, what is then answered, and what is not.
        let table: [(Option<&str>, &[&str], &[&str]); 4] = [
            (None, &[], &["192.168.1.5:4747", "0.0.0.0", "[fd00::5]"]),
            (Some("192.168.1.5"), &["192.168.1.5:4747"], &["192.168.1.6"]),
            (Some("0.0.0.0"), &["192.168.1.5:4747", "[fd00::5]"], &[]),
            (
                Some("fd00::5"),
                &["[fd00::5]:4747"],
                &["fd00::5", "[fd00::6]"],
            ),
        ];
        for (address, answered, refused) in table {
            let door = Door::new(address.map(|text| text.parse().unwrap()));
            let admits = |host: &&str| {
                let mut headers = HeaderMap::new();
                headers.insert(header::HOST, host.parse().unwrap());
                door.admits(&Uri::from_static("/"), &headers)
            };
            for host in own.iter().chain(answered) {
                assert!(admits(host), "{address:?}: {host}");
            }
            for host in foreign.iter().chain(refused) {
                assert!(!admits(host), "{address:?}: {host}");
            }
            assert!(!door.admits(&Uri::from_static("/"), &HeaderMap::new()));
        }
    }
}
