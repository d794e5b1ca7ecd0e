//! Where links lead: keys of clients and records may be any text, so every part of a path is encoded.

/// Returns the path of these parts: `/clients/C%2F1`.
pub fn path<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    parts.into_iter().fold(String::new(), |path, part| path + "/" + encoded(part).as_str())
}

/// Returns a client's page.
pub fn client(client: &str) -> String {
    path(["clients", client])
}

/// Returns a case's page.
pub fn case(client: &str, case: &str) -> String {
    path(["clients", client, "cases", case])
}

/// Returns a page of what ending with a client costs.
pub fn exit<'a>(client: &'a str, rest: impl IntoIterator<Item = &'a str>) -> String {
    path(["clients", client, "exit"].into_iter().chain(rest))
}

/// Returns a page of a client's account.
pub fn account<'a>(client: &'a str, rest: impl IntoIterator<Item = &'a str>) -> String {
    path(["clients", client, "account"].into_iter().chain(rest))
}

/// Returns a finding's page.
pub fn finding(client: &str, code: domain::sign::Code) -> String {
    path(["clients", client, "findings", code.word()])
}

/// Returns the list of a client's records of a kind.
pub fn kind(client: &str, table: &str) -> String {
    path(["clients", client, table])
}

/// Returns a record's page.
pub fn record(client: &str, table: &str, id: &str) -> String {
    path(["clients", client, table, id])
}

/// Returns a query of those pairs that have a value, with its question mark; empty if none has.
pub fn query<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let given: Vec<String> = pairs
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("{name}={}", encoded(value)))
        .collect();
    if given.is_empty() { String::new() } else { format!("?{}", given.join("&")) }
}

/// Writes every byte but the unreserved ones of RFC 3986 as `%XX`. A part made of dots alone would be taken for a
/// step up the path by browsers even then, so its first dot is written twice encoded; `decoded` undoes that.
pub fn encoded(part: &str) -> String {
    if part == "." || part == ".." {
        return part.replacen('.', "%252E", 1);
    }
    let mut text = String::with_capacity(part.len() + 8);
    for byte in part.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            text.push(char::from(byte));
        } else {
            text += &format!("%{byte:02X}");
        }
    }
    text
}

/// Undoes what `encoded` does to a part of dots, after the router has decoded the part once.
pub fn decoded(part: &str) -> &str {
    match part {
        "%2E" => ".",
        "%2E." => "..",
        _ => part,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_makes_a_path_of_its_own() {
        let check = |key: &str, path: &str| assert_eq!(client(key), path);
        check("C-1", "/clients/C-1");
        check("a/b?c#d%", "/clients/a%2Fb%3Fc%23d%25");
        check("نخلة", "/clients/%D9%86%D8%AE%D9%84%D8%A9");
        check("..", "/clients/%252E.");
        assert_eq!((decoded("%2E."), decoded("%2E"), decoded("C-1")), ("..", ".", "C-1"));
        assert_eq!(query([("q", "أ & ب"), ("page", ""), ("level", "severe")]), "?q=%D8%A3%20%26%20%D8%A8&level=severe");
        assert_eq!(query([("q", "")]), "");
    }
}
