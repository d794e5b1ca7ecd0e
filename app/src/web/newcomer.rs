//! What everyone who comes in tells of themselves: name, e-mail, password.

use super::form::Filled;
use crate::flow::entry::Newcomer;
use crate::lang::Lang;
use crate::secret::password;
use crate::store::members::Reading;

const NAME_CHARACTERS_MAX: usize = 120;
const EMAIL_BYTES_MAX: usize = 254;

/// Checks name, e-mail and password, and returns who comes in.
pub fn read(filled: &mut Filled, lang: Lang, hijri: bool) -> Newcomer {
    check_name(filled, lang, "name");
    check_email(filled, lang);
    check_password(filled, lang, "password");
    Newcomer {
        name: filled.value("name").to_owned(),
        email: filled.value("email").to_owned(),
        reading: Reading { language: lang.language.tag(), digits: lang.digits.word(), hijri, time_follows: true },
    }
}

/// Checks that a name is given and short enough to be one.
pub fn check_name(filled: &mut Filled, lang: Lang, field: &'static str) {
    let length = filled.value(field).chars().count();
    if length == 0 {
        filled.refuse(field, lang.text("field-required"));
    } else if length > NAME_CHARACTERS_MAX {
        filled.refuse(field, lang.text("field-too-long"));
    }
}

/// Checks that an e-mail address is shaped like one; whether it exists nobody asks, for no mail is sent.
pub fn check_email(filled: &mut Filled, lang: Lang) {
    let email = filled.value("email");
    let parted = email.split_once('@').is_some_and(|(name, host)| !name.is_empty() && !host.is_empty());
    let plain = !email.contains(|c: char| c.is_whitespace() || c.is_control());
    if !(parted && plain && email.len() <= EMAIL_BYTES_MAX) {
        filled.refuse("email", lang.text("email-invalid"));
    }
}

/// Checks that a new password is long enough and not the e-mail address itself.
pub fn check_password(filled: &mut Filled, lang: Lang, field: &'static str) {
    let password = filled.raw(field);
    let is_email = !filled.value("email").is_empty() && password.eq_ignore_ascii_case(filled.value("email"));
    let distinct = password.chars().collect::<std::collections::HashSet<_>>().len();
    if password.chars().count() < password::CHARACTERS_MIN {
        filled.refuse(field, lang.text("password-short"));
    } else if password.len() > password::BYTES_MAX {
        filled.refuse(field, lang.text("field-too-long"));
    } else if is_email || distinct < 5 {
        filled.refuse(field, lang.text("password-guessable"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Language;

    #[test]
    fn what_is_wrong_is_said_at_its_field() {
        let check = |name: &str, email: &str, password: &str, wrong: &[&str]| {
            let fields = [("name", name), ("email", email), ("password", password)];
            let mut filled = Filled::with(fields.map(|(field, value)| (field, value.to_owned())));
            read(&mut filled, Lang::plain(Language::English), false);
            let found: Vec<&str> =
                fields.map(|(field, _)| field).into_iter().filter(|field| filled.error(field).is_some()).collect();
            assert_eq!(found, wrong, "{name} {email} {password}");
        };
        check("ريم", "reem@midad.example", "جملة أحفظها جيداً", &[]);
        check(" ", "reem", "short", &["name", "email", "password"]);
        check("Reem", "reem@midad.example", "reem@midad.example", &["password"]);
        check("Reem", "reem@midad.example", "aaaaaaaaaaaaaa", &["password"]);
        check("Reem", "re em@midad.example", "twelve chars or more", &["email"]);
    }
}
