//! Whom we have met before: names by their letters, people by address, number and the domain of their firm.

use super::prospect::Profile;
use crate::spelling::scripts::{Pairs, alike, alike_people};
use crate::spelling::{Closeness, closeness, core};
use crate::text::{fold, western_digit};
use crate::word::words;

words! {
    /// By what someone is recognised, the surest first.
    Sign {
        Email = "email",
        Phone = "phone",
        Domain = "domain",
        Name = "name",
        Person = "person",
        /// Names that differ in a letter or two.
        NearName = "near_name",
        /// Names in two scripts that sound alike.
        Sounds = "sounds",
    }
}

/// Domains at which anyone has an address of mail or a page: they are nobody's own.
const OPEN_DOMAINS: [&str; 36] = [
    "gmail.com",
    "googlemail.com",
    "outlook.com",
    "outlook.sa",
    "hotmail.com",
    "live.com",
    "msn.com",
    "yahoo.com",
    "icloud.com",
    "me.com",
    "proton.me",
    "protonmail.com",
    "aol.com",
    "gmx.com",
    "hotmail.co.uk",
    "mail.com",
    "mail.ru",
    "yahoo.co.uk",
    "yandex.com",
    "ymail.com",
    "zoho.com",
    "behance.net",
    "facebook.com",
    "github.com",
    "instagram.com",
    "linkedin.com",
    "linktr.ee",
    "maps.app.goo.gl",
    "sites.google.com",
    "snapchat.com",
    "t.me",
    "tiktok.com",
    "twitter.com",
    "wa.me",
    "x.com",
    "youtube.com",
];

/// Numbers are equal if their last digits are: country and trunk prefixes are written or not.
const PHONE_DIGITS: usize = 9;

/// What is known of someone whom we met.
#[derive(Clone, Copy, Debug, Default)]
pub struct Met<'a> {
    /// The firm's name.
    pub name: &'a str,
    /// A person there, or an address.
    pub person: &'a str,
    pub email: &'a str,
    pub phone: &'a str,
    pub site: &'a str,
}

/// A prospect, prepared to be compared with many.
pub struct Known {
    name: String,
    core: String,
    /// As it is written, and folded.
    person: (String, String),
    email: String,
    phone: String,
    domains: Vec<String>,
}

impl Known {
    /// Prepares a prospect.
    pub fn of(profile: &Profile) -> Known {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let (email, site) = (address(&text(&profile.email)), text(&profile.site));
        Known {
            name: profile.name.clone(),
            core: core(&profile.name),
            person: (text(&profile.person), fold(&text(&profile.person))),
            phone: digits(&text(&profile.phone)),
            domains: [domain(&email), domain(&site)].into_iter().flatten().collect(),
            email,
        }
    }

    /// Returns by what someone is recognised, if at all: the surest sign.
    pub fn recognises(&self, met: &Met) -> Option<Sign> {
        let emails = [met.email, met.person].map(address);
        let domains = || emails.iter().map(String::as_str).chain([met.site]).filter_map(domain);
        let near = closeness(&self.core, &core(met.name));
        let person = fold(met.person);
        if !self.email.is_empty() && emails.contains(&self.email) {
            Some(Sign::Email)
        } else if !self.phone.is_empty() && [met.phone, met.person].map(digits).contains(&self.phone) {
            Some(Sign::Phone)
        } else if domains().any(|domain| self.domains.contains(&domain)) {
            Some(Sign::Domain)
        } else if near == Some(Closeness::Same) {
            Some(Sign::Name)
        } else if person.contains(' ') && person == self.person.1 {
            // A first name alone is many people's.
            Some(Sign::Person)
        } else {
            near.map(|_| Sign::NearName).or_else(|| self.letters(met).map(|_| Sign::Sounds))
        }
    }

    /// Returns how a name in another script sounds alike, letter by letter: that of the firm, or the whole one of a person.
    pub fn letters(&self, met: &Met) -> Option<Pairs> {
        let is_whole = |name: &str| name.trim().contains(' ');
        let are_whole = is_whole(&self.person.0) && is_whole(met.person);
        let person = || if are_whole { alike_people(&self.person.0, met.person) } else { None };
        alike(&self.name, met.name).or_else(person)
    }
}

/// Returns an address of mail in lower case; empty if it is none.
fn address(written: &str) -> String {
    let plain = written.trim().to_lowercase();
    if plain.contains('@') && !plain.contains(' ') { plain } else { String::new() }
}

/// Returns the last digits of a number; empty if there are too few.
fn digits(written: &str) -> String {
    let all: Vec<char> = written.chars().map(western_digit).filter(char::is_ascii_digit).collect();
    let is_number = written.chars().all(|c| !c.is_alphabetic()) && all.len() >= PHONE_DIGITS;
    if is_number { all[all.len() - PHONE_DIGITS..].iter().collect() } else { String::new() }
}

/// Returns the domain of an address of mail or on the web that is a firm's own: not that of a page among others'.
fn domain(written: &str) -> Option<String> {
    let plain = written.trim().to_lowercase();
    let host = plain.rsplit('@').next().unwrap_or_default();
    let host = host.trim_start_matches("https://").trim_start_matches("http://");
    let host = host.split(['/', '?', '#', ':']).next().unwrap_or_default().trim_start_matches("www.");
    (host.contains('.') && !OPEN_DOMAINS.contains(&host)).then(|| host.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lesson::prospect::{Channel, tests::profile};

    #[test]
    fn recognises_by_the_surest_sign() {
        let known = Known::of(&Profile {
            person: Some("ماجد نخلة".into()),
            email: Some("Majed@Nakhla.example".into()),
            phone: Some("+966 50 123 4567".into()),
            site: Some("https://www.nakhla.example/ar".into()),
            ..profile("شركة النخلة للأثاث المحدودة", Channel::Referral)
        });
        let check = |met: Met, sign: Option<Sign>| assert_eq!(known.recognises(&met), sign, "{met:?}");
        let none = Met::default();
        check(Met { email: "majed@nakhla.example", ..none }, Some(Sign::Email));
        check(Met { person: "majed@nakhla.example", ..none }, Some(Sign::Email));
        check(Met { phone: "٠٥٠١٢٣٤٥٦٧", ..none }, Some(Sign::Phone));
        check(Met { email: "sara@nakhla.example", name: "Other", ..none }, Some(Sign::Domain));
        check(Met { name: "مؤسسة نخلة للاثاث", ..none }, Some(Sign::Name));
        check(Met { name: "Other", person: "ماجد نخله", ..none }, Some(Sign::Person));
        check(Met { name: "نخلة للأثاثث", ..none }, Some(Sign::NearName));
        check(Met { name: "Al Nakhla Furniture Co.", ..none }, Some(Sign::Sounds));
        check(Met { name: "Other", person: "Majed Nakhlah", ..none }, Some(Sign::Sounds));
        check(Met { name: "Other", person: "Majed", ..none }, None);
        check(Met { name: "Nakheel Furniture", person: "Majida Nakhla", ..none }, None);
        check(Met { name: "رواق العقارية", person: "سارة", email: "x@riwaq.example", ..none }, None);
    }

    #[test]
    fn an_open_domain_is_nobodys() {
        let known = Known::of(&Profile { email: Some("a@gmail.com".into()), ..profile("A", Channel::Other) });
        assert_eq!(known.recognises(&Met { email: "b@gmail.com", name: "B", ..Met::default() }), None);
        assert_eq!(known.recognises(&Met::default()), None, "nothing is like nothing");
        let known = Known::of(&Profile {
            site: Some("https://www.instagram.com/nakhla".into()),
            ..profile("Nakhla", Channel::Social)
        });
        let known_first = Known::of(&Profile { person: Some("سارة".into()), ..profile("Nakhla", Channel::Social) });
        assert_eq!(known_first.recognises(&Met { name: "Riwaq", person: "سارة", ..Met::default() }), None);
        let other = Met { name: "Riwaq", site: "instagram.com/riwaq", ..Met::default() };
        assert_eq!(known.recognises(&other), None, "a page among others'");
    }
}
