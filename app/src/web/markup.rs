//! Small pieces of HTML, escaped as they are made, in the words and digits of one visitor.

use super::Visitor;
use super::when::When;
use crate::lang::Lang;
use askama::filters::{Escaper, Html, HtmlSafe};
use domain::days::Day;
use domain::money::Money;
use fluent_bundle::FluentValue;
use std::fmt;

/// A piece of HTML that needs no more escaping.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markup(String);

impl Markup {
    /// Escapes a text.
    pub fn text(text: &str) -> Markup {
        Markup(escaped(text))
    }

    /// Takes HTML whose every foreign part is escaped already.
    pub fn made(html: String) -> Markup {
        Markup(html)
    }

    /// Escapes a message and makes its *key words* strong.
    pub fn strong(message: &str) -> Markup {
        Markup(emphasised(message, "<strong>", "</strong>"))
    }

    /// Escapes a message and leaves its key words as the others.
    pub fn even(message: &str) -> Markup {
        Markup(emphasised(message, "", ""))
    }

    /// Returns it smaller and softer, as what is said beside something else.
    pub fn soft(words: &Markup) -> Markup {
        Markup(format!("<span class=\"small soft\">{words}</span>"))
    }

    /// Joins pieces with a separator.
    pub fn join(pieces: impl IntoIterator<Item = Markup>, separator: &str) -> Markup {
        let pieces: Vec<String> = pieces.into_iter().map(|piece| piece.0).collect();
        Markup(pieces.join(separator))
    }

    /// Returns its text without tags and invisible marks, for files; what stood on lines of their own is set apart.
    pub fn plain(&self) -> String {
        let (mut text, mut tag) = (String::with_capacity(self.0.len()), None::<String>);
        for c in self.0.chars() {
            match (&mut tag, c) {
                (None, '<') => tag = Some(String::new()),
                (None, '\u{2066}'..='\u{2069}') => {}
                (None, c) => text.push(c),
                (Some(name), '>') => {
                    text += if name == "br" { " · " } else { "" };
                    tag = None;
                }
                (Some(name), c) => name.push(c),
            }
        }
        let marks = [("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&#38;", "&")];
        marks.iter().fold(text, |text, (escaped, mark)| text.replace(escaped, mark))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Markup {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl HtmlSafe for Markup {}

/// Escapes a text for an element or an attribute in double quotes.
pub fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + 16);
    Html.write_escaped_str(&mut html, text).expect("a String takes every text");
    html
}

/// Turns `*words*` of a message into an element; what stands in an argument, between isolates, is left as it is.
fn emphasised(message: &str, open: &str, close: &str) -> String {
    let mut html = String::with_capacity(message.len() + 32);
    let (mut depth, mut within, mut start) = (0, false, 0);
    for (at, c) in message.char_indices() {
        match c {
            '\u{2066}'..='\u{2068}' => depth += 1,
            '\u{2069}' => depth -= 1,
            '*' if depth == 0 => {
                html += &escaped(&message[start..at]);
                html += if within { close } else { open };
                within = !within;
                start = at + 1;
            }
            _ => {}
        }
    }
    html += &escaped(&message[start..]);
    html + if within { close } else { "" }
}

/// How one visitor reads.
#[derive(Clone, Copy, Debug)]
pub struct Pen<'a> {
    pub lang: Lang,
    /// Whether sums may be shown.
    pub sees_money: bool,
    /// Whether charts run in the reading direction.
    pub time_follows: bool,
    /// The firm's zone.
    pub zone: Option<&'a str>,
}

impl Pen<'_> {
    /// Returns how a visitor reads.
    pub fn of(visitor: &Visitor) -> Pen<'_> {
        Pen {
            lang: visitor.lang,
            sees_money: visitor.viewer.sees_money(),
            time_follows: visitor.time_follows,
            zone: visitor.firm.zone.as_deref(),
        }
    }

    /// Returns a message.
    pub fn t(&self, key: &str) -> Markup {
        Markup::even(&self.lang.text(key))
    }

    /// Returns a message with arguments.
    pub fn say<'a>(&self, key: &str, args: impl IntoIterator<Item = (&'a str, FluentValue<'a>)>) -> Markup {
        Markup::even(&self.lang.say(key, args))
    }

    /// Returns a message about a number.
    pub fn about(&self, key: &str, n: u64) -> Markup {
        self.say(key, [("n", FluentValue::from(n as f64))])
    }

    /// Says which letters of two scripts stand for each other, where names were recognised by them.
    pub fn letters(&self, pairs: &[(String, String)]) -> Option<Markup> {
        let pair =
            |(arabic, latin): &(String, String)| Markup(format!("<bdi>{arabic}</bdi>\u{a0}=\u{a0}<bdi>{latin}</bdi>"));
        let all = Markup::join(pairs.iter().map(pair), &self.lang.text("list-comma"));
        (!pairs.is_empty()).then(|| Markup::join([self.t("met-letters"), all], " "))
    }

    /// Says of how many bills nobody knows the tax, where figures are net of it; nothing if it is known of all.
    pub fn untaxed(&self, n: usize) -> Option<Markup> {
        (n > 0).then(|| self.about("bills-untaxed", n as u64))
    }

    /// Returns a name as it stands in the records.
    pub fn name(&self, name: &str) -> Markup {
        Markup(format!("<bdi>{}</bdi>", escaped(name)))
    }

    /// Returns an id: in fixed width where it is all Latin, for Arabic letters do not join in it.
    pub fn id(&self, id: &str) -> Markup {
        if id.is_ascii() {
            Markup(format!("<bdi class=\"id\" dir=\"ltr\">{}</bdi>", escaped(id)))
        } else {
            self.name(id)
        }
    }

    /// Returns a number with at most so many decimals.
    pub fn number(&self, value: f64, decimals: u32) -> Markup {
        num(&self.lang.number(value, decimals))
    }

    /// Returns a whole number.
    pub fn count(&self, n: u64) -> Markup {
        self.number(n as f64, 0)
    }

    /// Returns a share, 0 to 1, in percent.
    pub fn percent(&self, share: f64) -> Markup {
        num(&self.lang.percent(share))
    }

    /// Returns a sum, or that it is hidden.
    pub fn money(&self, money: Money) -> Markup {
        if self.sees_money {
            Markup(format!("<bdi class=\"num nowrap\">{}</bdi>", escaped(&self.lang.money(money))))
        } else {
            self.veil()
        }
    }

    /// Returns what stands in the place of a hidden sum.
    pub fn veil(&self) -> Markup {
        Markup(format!("<span class=\"veil\">{}</span>", escaped(&self.lang.text("sum-hidden"))))
    }

    /// Returns a day; with its Hijri day beside it for those who want it.
    pub fn day(&self, day: Day) -> Markup {
        self.time(day, &self.lang.day(day))
    }

    /// Returns a day with its weekday.
    pub fn weekday(&self, day: Day) -> Markup {
        self.time(day, &self.lang.weekday(day))
    }

    /// Returns a day's month and year.
    pub fn month(&self, day: Day) -> Markup {
        Markup(format!("<bdi>{}</bdi>", escaped(&self.lang.month(day))))
    }

    /// Returns the day of an instant that the store keeps, where the firm is.
    pub fn stamp(&self, stamp: &str) -> Markup {
        self.day(When::of(stamp, self.zone, self.lang.digits).day)
    }

    fn time(&self, day: Day, words: &str) -> Markup {
        let gregorian = format!("<time datetime=\"{day}\"><bdi>{}</bdi></time>", escaped(words));
        if self.lang.hijri {
            let hijri = escaped(&self.lang.hijri_day(day));
            Markup(format!("{gregorian} <span class=\"hijri\"><bdi>{hijri}</bdi></span>"))
        } else {
            Markup(gregorian)
        }
    }

    /// Returns a link.
    pub fn link(&self, href: &str, text: &Markup) -> Markup {
        Markup(format!("<a href=\"{}\">{text}</a>", escaped(href)))
    }

    /// Returns a level with its mark.
    pub fn level(&self, mark: super::icon::Mark) -> Markup {
        let word = escaped(&self.lang.text(&format!("level-{}", mark.word())));
        Markup(format!("<span class=\"level l-{}\">{}<span>{word}</span></span>", mark.word(), mark.svg()))
    }
}

fn num(text: &str) -> Markup {
    Markup(format!("<bdi class=\"num\">{}</bdi>", escaped(text)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Language;

    #[test]
    fn only_the_messages_own_words_are_strong() {
        let check = |message: &str, html: &str| assert_eq!(Markup::strong(message).as_str(), html);
        check("pays *a month late*, now", "pays <strong>a month late</strong>, now");
        check("<b> & *x", "&#60;b&#62; &#38; <strong>x</strong>");
        check("\u{2068}A*B*C\u{2069} pays *late*", "\u{2068}A*B*C\u{2069} pays <strong>late</strong>");
        assert_eq!(Markup::even("pays *a month late*").as_str(), "pays a month late");
    }

    #[test]
    fn a_file_gets_the_words_alone() {
        let check = |html: &str, text: &str| assert_eq!(Markup::made(html.to_owned()).plain(), text);
        check("<a href=\"/x\"><bdi>A &#38; &#60;b&#62;</bdi></a><br><span>\u{2068}B\u{2069}</span>", "A & <b> · B");
        check("&#38;#60;", "&#60;");
    }

    #[test]
    fn foreign_text_is_escaped_and_isolated() {
        let pen = Pen { lang: Lang::page(Language::English), sees_money: false, time_follows: true, zone: None };
        assert_eq!(pen.name("<b>\"x\"").as_str(), "<bdi>&#60;b&#62;&#34;x&#34;</bdi>");
        assert_eq!(pen.id("NK-1").as_str(), "<bdi class=\"id\" dir=\"ltr\">NK-1</bdi>");
        assert_eq!(pen.id("ع-17").as_str(), "<bdi>ع-17</bdi>");
        assert!(
            !pen.money(Money { minor: 12_345, currency: domain::money::Currency::UNKNOWN }).as_str().contains("123")
        );
    }
}
