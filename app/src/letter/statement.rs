//! The statement of account, and the account of an end, as the text of a paper.

use crate::lang::Lang;
use domain::days::Day;
use domain::money::{Currency, Money};
use domain::separation::settlement::{
    ClientAccount, ClientEntry, ClientInterest, ClientLine, ClientPart, ClientSegment, ClientStatement, RateOf,
};
use fluent_bundle::FluentValue;

/// Writes a statement or an account as a paper of its own.
pub fn account_paper(text: &str, on: Day, client: &str, lang: Lang) -> String {
    let title = lang.text("account-statement");
    format!("# {title}\n\n{client}\n{}\n\n{text}", lang.weekday(on))
}

/// Writes what both sides owe in the end, line by line, and below it the statement.
pub fn account_text(account: &ClientAccount, lang: Lang) -> String {
    let mut text = account_closing(account, lang).replace('*', "") + "\n";
    if !account.lines.is_empty() {
        let heads = ["side", "what", "due", "amount"].map(|head| lang.text(&format!("account-head-{head}")));
        let rule = ["---", "---", "---", "---:"].map(str::to_owned);
        let row = |line: &ClientLine| {
            let due = line.due_on.map(|on| lang.day(on)).unwrap_or_default();
            [line_side(line, lang), line_what(line, lang), due, lang.money(line.amount)]
        };
        let rows = [heads, rule].into_iter().chain(account.lines.iter().map(row));
        text += &format!("\n{}", rows.map(|row| table_row(&row)).collect::<String>());
    }
    text += &account.interest.iter().map(|own| interest_text(own, lang)).collect::<String>();
    match &account.statement {
        Some(statement) => format!("{text}\n{}\n\n{}", lang.text("account-entries"), statement_text(statement, lang)),
        None => text,
    }
}

/// The heads of how interest adds up.
pub const INTEREST_HEADS: [&str; 6] = ["span", "days", "principal", "rate", "interest", "source"];

/// Writes how the interest on an invoice adds up, each segment with its rate and where that is from.
fn interest_text(own: &ClientInterest, lang: Lang) -> String {
    let heads = INTEREST_HEADS.map(|head| lang.text(&format!("interest-head-{head}")));
    let rule = ["---", "---:", "---:", "---:", "---:", "---"].map(str::to_owned);
    let rows = [heads, rule].into_iter().chain(own.segments.iter().map(|one| interest_row(one, own.currency, lang)));
    format!("\n{}\n\n{}", interest_title(own, lang), rows.map(|row| table_row(&row)).collect::<String>())
}

/// Names the invoice on which interest is counted.
pub fn interest_title(own: &ClientInterest, lang: Lang) -> String {
    lang.say("interest-of-invoice", [("invoice", FluentValue::from(own.invoice.as_str()))])
}

/// Returns the cells of a segment.
pub fn interest_row(one: &ClientSegment, currency: Currency, lang: Lang) -> [String; 6] {
    let money = |minor: i64| lang.money(Money { minor, currency });
    let args = [("from", FluentValue::from(lang.day(one.from))), ("until", FluentValue::from(lang.day(one.until)))];
    let rate = lang.number(f64::from(one.rate) / 100.0, 2);
    let source = match &one.rests_on {
        RateOf::Law(source) => source.clone(),
        RateOf::Contract(Some(clause)) => {
            lang.say("interest-of-contract", [("clause", FluentValue::from(clause.as_str()))])
        }
        RateOf::Contract(None) => lang.text("interest-of-contract-alone"),
    };
    [
        lang.say("interest-span", args),
        lang.number(f64::from(one.days), 0),
        money(one.principal),
        lang.say("interest-percent", [("rate", FluentValue::from(rate))]),
        money(one.interest),
        source,
    ]
}

/// Says what the client owes, or what we owe the client, once both sides are set off.
pub fn account_closing(account: &ClientAccount, lang: Lang) -> String {
    let sums = |owed: bool| {
        let own = account.nets.iter().filter(|net| (net.minor > 0) == owed);
        let sums: Vec<String> =
            own.map(|net| lang.money(Money { minor: net.minor.saturating_abs(), ..*net })).collect();
        sums.join(&lang.text("list-comma"))
    };
    let (you, we) = (sums(true), sums(false));
    let key = match (you.is_empty(), we.is_empty()) {
        (true, true) => "account-client-even",
        (false, true) => "account-client-you",
        (true, false) => "account-client-we",
        (false, false) => "account-client-both",
    };
    let day = FluentValue::from(lang.day(account.on));
    lang.say(key, [("day", day), ("you", you.into()), ("we", we.into())])
}

/// Says whose a line is, to the client.
pub fn line_side(line: &ClientLine, lang: Lang) -> String {
    lang.text(&format!("client-side-{}", line.side.word()))
}

/// Says what a line is about, with its documents.
pub fn line_what(line: &ClientLine, lang: Lang) -> String {
    let kind = lang.text(&format!("line-{}", line.kind.word()));
    std::iter::once(kind).chain(line.references.iter().cloned()).collect::<Vec<_>>().join(" ")
}

/// Writes what is owed in each currency, and below it every document and payment, the earliest first.
pub fn statement_text(statement: &ClientStatement, lang: Lang) -> String {
    let parts: Vec<String> = statement.parts.iter().map(|part| text(statement, part, lang)).collect();
    if parts.is_empty() { lang.text("statement-none") + "\n" } else { parts.join("\n") }
}

/// Says what is owed in the end in one currency.
pub fn statement_closing(statement: &ClientStatement, part: &ClientPart, lang: Lang) -> String {
    let key = if part.closing < 0 { "statement-credit" } else { "statement-closing" };
    let sum = Money { minor: part.closing.saturating_abs(), currency: part.currency };
    let args = [("sum", FluentValue::from(lang.money(sum))), ("day", FluentValue::from(lang.day(statement.on)))];
    lang.say(key, args)
}

fn text(statement: &ClientStatement, part: &ClientPart, lang: Lang) -> String {
    let heads = ["on", "what", "charge", "credit", "balance"].map(|head| lang.text(&format!("statement-head-{head}")));
    let money = |minor: i64| lang.money(Money { minor, currency: part.currency });
    let sum = |minor: i64| if minor == 0 { String::new() } else { money(minor) };
    let opening = [String::new(), lang.text("statement-opening"), String::new(), String::new(), money(part.opening)];
    let entry = |entry: &ClientEntry| {
        [lang.day(entry.on), what(entry, lang), sum(entry.charge), sum(entry.credit), money(entry.balance)]
    };
    let rule = ["---", "---", "---:", "---:", "---:"].map(str::to_owned);
    let opening = (part.opening != 0).then_some(opening);
    let rows = [heads, rule].into_iter().chain(opening).chain(part.entries.iter().map(entry));
    let closing = statement_closing(statement, part, lang).replace('*', "");
    format!("{closing}\n\n{}", rows.map(|row| table_row(&row)).collect::<String>())
}

/// Names a document or a payment.
fn what(entry: &ClientEntry, lang: Lang) -> String {
    let kind = lang.text(&format!("entry-kind-{}", entry.kind.word()));
    let due = entry.due_on.map(|on| lang.say("statement-due", [("day", lang.day(on).into())]));
    let disputed = entry.is_disputed.then(|| lang.text("statement-disputed"));
    let parts = [Some(kind), Some(entry.reference.clone()), due, disputed].into_iter().flatten();
    parts.collect::<Vec<_>>().join(" ")
}

/// Writes a row of a table; a stroke within a cell would part it.
pub fn table_row(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "¦").replace('\n', " ")).collect();
    format!("| {} |\n", cells.join(" | "))
}
