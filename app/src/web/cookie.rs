//! Cookies: the session, and the language of those who are not signed in.

use super::app::App;
use crate::lang::Language;
use axum::http::{HeaderMap, HeaderValue, header};

/// A session ends after so many days without a visit, and at the latest after so many in all.
pub const IDLE_DAYS: i64 = 14;
pub const LONGEST_DAYS: i64 = 90;

/// A client reads so long; the link itself may end before.
const CLIENT_DAYS: i64 = 400;

const LANGUAGE: &str = "lang";

/// Returns the name of the session's cookie. Cookies are shared by all ports of a host, so the demonstration has its own.
fn session_name(app: &App) -> &'static str {
    if app.is_secure() {
        "__Host-khitam"
    } else if app.demo {
        "khitam-demo"
    } else {
        "khitam"
    }
}

/// Returns the secret of the session's cookie.
pub fn session<'h>(app: &App, headers: &'h HeaderMap) -> Option<&'h str> {
    read(headers, session_name(app))
}

/// Returns the language that someone who is not signed in chose.
pub fn chosen(headers: &HeaderMap) -> Option<Language> {
    read(headers, LANGUAGE).and_then(Language::of)
}

/// Returns the language that someone who is not signed in chose, or else what their browser asks for.
pub fn language(headers: &HeaderMap) -> Language {
    let asked = || {
        let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        if accepted.trim_start().to_ascii_lowercase().starts_with("en") { Language::English } else { Language::Arabic }
    };
    chosen(headers).unwrap_or_else(asked)
}

fn read<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(cookie, _)| *cookie == name)
        .map(|(_, value)| value)
}

/// Returns the header that gives a browser its session.
pub fn give_session(app: &App, secret: &str) -> HeaderValue {
    written(app, session_name(app), secret, LONGEST_DAYS)
}

/// Returns the header that takes the session away.
pub fn take_session(app: &App) -> HeaderValue {
    written(app, session_name(app), "", 0)
}

/// The cookie of the browser in which a client's link was opened.
fn client_page_name(app: &App) -> &'static str {
    if app.is_secure() { "__Host-khitam-page" } else { "khitam-page" }
}

/// Returns the secret by which a client's browser is known.
pub fn client_page<'h>(app: &App, headers: &'h HeaderMap) -> Option<&'h str> {
    read(headers, client_page_name(app))
}

/// Returns the header that makes a client's link this browser's.
pub fn give_client_page(app: &App, secret: &str) -> HeaderValue {
    written(app, client_page_name(app), secret, CLIENT_DAYS)
}

/// Returns the header that remembers a language for a year.
pub fn give_language(app: &App, language: Language) -> HeaderValue {
    written(app, LANGUAGE, language.tag(), 365)
}

fn written(app: &App, name: &str, value: &str, days: i64) -> HeaderValue {
    let secure = if app.is_secure() { "; Secure" } else { "" };
    let seconds = days * 24 * 60 * 60;
    HeaderValue::try_from(format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}"))
        .expect("made of ASCII letters")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signed_out_pages_are_arabic_unless_someone_says_english() {
        let check = |cookie: &str, accepts: &str, language| {
            let mut headers = HeaderMap::new();
            headers.insert(header::COOKIE, cookie.parse().expect("a value"));
            headers.insert(header::ACCEPT_LANGUAGE, accepts.parse().expect("a value"));
            assert_eq!(super::language(&headers), language, "{cookie} {accepts}");
        };
        check("", "", Language::Arabic);
        check("", "en-GB,en;q=0.9,ar;q=0.8", Language::English);
        check("", "fr,en;q=0.5", Language::Arabic);
        check("khitam=x; lang=en", "ar", Language::English);
        check("lang=ar", "en", Language::Arabic);
        check("lang=fr", "en", Language::English);
    }
}
