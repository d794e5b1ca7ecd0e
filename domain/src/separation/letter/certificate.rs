//! What a certificate of deletion may say once it was written from the index: less, and never more.

/// Returns the first line by which a changed certificate says more than the one that was written: an item, a figure or a day
/// that did not stand in it, or what it rests on left out. `mark` stands in the lines that say what it rests on.
pub fn overstated(written: &str, changed: &str, mark: &str) -> Option<String> {
    let known: Vec<&str> = written.lines().map(str::trim).collect();
    let kept: Vec<&str> = changed.lines().map(str::trim).collect();
    let lost = known.iter().copied().find(|line| line.contains(mark) && !kept.contains(line));
    lost.or_else(|| stated(&kept).into_iter().find(|line| !known.contains(line))).map(str::to_owned)
}

/// Returns the lines that state something from the title on: headings, items, and whatever has a figure.
fn stated<'t>(lines: &[&'t str]) -> Vec<&'t str> {
    let from = lines.iter().position(|line| line.starts_with("# ")).unwrap_or(0);
    let is_stated =
        |line: &&'t str| line.starts_with("## ") || line.starts_with("- ") || line.contains(char::is_numeric);
    lines[from..].iter().copied().filter(is_stated).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::separation::letter::IndexEntry;

    const WRITTEN: &str = "12 Palm Street\n\n# Deletion certificate\n\nWe certify this.\n\n## Messages (2)\n\n\
        - Done on: 3 May 2026\n\n## Feedback (1)\n\n\
        Entry 7, fingerprint ab12. The last copy is gone by 1 June 2026.\n\n_ Reem";

    fn said(from: &str, to: &str) -> Option<String> {
        assert!(WRITTEN.contains(from), "{from}");
        overstated(WRITTEN, &WRITTEN.replace(from, to), "ab12")
    }

    #[test]
    fn a_certificate_may_say_less_and_say_it_otherwise() {
        for (from, to) in [
            ("Reem", "Reem"),
            ("We certify this.", "We certify as follows."),
            ("## Feedback (1)\n\n", ""),
            ("12 Palm Street", "14 Palm Street"),
        ] {
            assert_eq!(said(from, to), None, "{to}");
        }
    }

    #[test]
    fn a_certificate_says_no_more_than_it_was_written_from() {
        let rests = "Entry 7, fingerprint ab12. The last copy is gone by 1 June 2026.";
        for (from, to, more) in [
            ("_ Reem", "## Invoices\n\n_ Reem", "## Invoices"),
            ("(2)", "(20)", "## Messages (20)"),
            ("3 May", "2 May", "- Done on: 2 May 2026"),
            ("We certify this.", "We certify all ٥ of them.", "We certify all ٥ of them."),
            ("1 June", "1 May", rests),
            (rests, "", rests),
        ] {
            assert_eq!(said(from, to).as_deref(), Some(more), "{to}");
        }
        let digest = "50d858e0985ecc7f60418aaf0cc5ab587f42c2570a884095a9e8ccacd0f6545c".to_owned();
        let entry = IndexEntry { number: 7, digest, copies_until: None, is_open: false };
        assert_eq!(entry.mark(), "1422242148353516", "a number, of which no check makes a word");
        let bare = "Everything is gone.\n\n## Invoices";
        assert_eq!(overstated(WRITTEN, &format!("{bare}\n\n{rests}"), "ab12").as_deref(), Some("## Invoices"));
    }
}
