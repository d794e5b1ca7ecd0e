//! The clearance of an account as a text: what someone of the client reads, signs and keeps.

use super::{account_closing, line_side, line_what};
use crate::lang::{Lang, Language};
use domain::separation::portal::ClientPage;
use domain::separation::settlement::{ClientLine, Side};
use fluent_bundle::FluentValue;

/// Writes the clearance of an account in a language: the account, how it was settled, and what stays untouched; there is
/// none for an account that is not settled.
pub fn clearance(page: &ClientPage, (firm, client): (&str, &str), language: Language) -> Option<String> {
    let (account, digest) = (page.account.as_ref()?, page.clears.as_deref()?);
    let (how, on) = page.settlement?;
    let lang = Lang::plain(language);
    let title = lang.say("clearance-title", [("client", client.into())]);
    let closing = account_closing(account, lang).replace('*', "");
    let line = |line: &ClientLine| {
        let args = [
            ("side", FluentValue::from(line_side(line, lang))),
            ("what", line_what(line, lang).into()),
            ("amount", lang.money(line.amount).into()),
        ];
        format!("- {}\n", lang.say("clearance-line", args))
    };
    let lines: String = account.lines.iter().map(line).collect();
    let settled = lang.say(&format!("clearance-{}", how.word()), [("day", lang.weekday(on).into())]);
    let is_unbilled = account.lines.iter().any(|line| line.side == Side::ToBill);
    let unbilled = if is_unbilled { lang.text("clearance-unbilled") } else { String::new() };
    let of_account = lang.say("clearance-account", [("digest", digest.into())]);
    let limits = lang.text("clearance-limits");
    let paragraphs = [
        format!("# {title}"),
        format!("{firm}\n{client}"),
        closing,
        lines,
        settled,
        unbilled,
        of_account,
        limits,
        format!("_ {firm}\n_ {client}"),
    ];
    let filled = paragraphs.iter().map(|one| one.trim()).filter(|one| !one.is_empty());
    Some(filled.collect::<Vec<_>>().join("\n\n") + "\n")
}
