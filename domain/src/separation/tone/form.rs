//! The forms behind one written word: Arabic without its clitics and endings, English without its inflection.

use crate::text;

/// One reading of an Arabic word as a verb: its stem and the persons that may be meant.
pub type Reading = (String, u8);

pub const FIRST: u8 = 1;
pub const SECOND: u8 = 2;
pub const THIRD: u8 = 4;

/// Returns a folded Arabic word itself and without the particles written in one with it: و ف ب ل ك س ال.
pub fn without_particles(word: &str) -> Vec<String> {
    let behind = text::without_particles(word, &["", "ب", "ل", "ك", "س", "لل", "ال", "بال", "كال"]);
    tidy([word].into_iter().chain(behind).map(str::to_owned).collect())
}

/// Adds folded Arabic forms without the alef that an indefinite object has: متعنتا is متعنت.
pub fn without_tanween(mut forms: Vec<String>) -> Vec<String> {
    let bare = forms.iter().filter_map(|form| form.strip_suffix('ا').filter(|bare| bare.chars().count() >= 3));
    let bare: Vec<String> = bare.map(str::to_owned).collect();
    forms.extend(bare);
    tidy(forms)
}

/// Returns folded Arabic forms without the pronouns written in one with them: كم نا هم and their like.
pub fn without_pronouns(forms: &[String]) -> Vec<String> {
    let mut stems = forms.to_vec();
    for form in forms {
        for pronoun in ["كم", "كما", "كن", "نا", "هم", "هما", "هن", "ها", "ه", "ك", "ي"] {
            let Some(stem) = form.strip_suffix(pronoun).filter(|stem| stem.chars().count() >= 2) else { continue };
            stems.push(stem.to_owned());
            // The ending ة is written ت before a pronoun, and ء takes a seat: شركة and شركتكم, عملاء and عملائنا.
            stems.extend(stem.strip_suffix('ت').map(|start| format!("{start}ه")));
            stems.extend(stem.strip_suffix(['و', 'ي']).map(|start| format!("{start}ء")));
        }
    }
    tidy(stems)
}

/// Returns what a word without particles may be as a verb.
pub fn verbs(forms: &[String]) -> Vec<Reading> {
    let mut readings = Vec::new();
    for form in forms {
        for object in ["", "نا", "ني", "كم", "ها", "ه", "هم"] {
            let Some(base) = form.strip_suffix(object).filter(|base| base.chars().count() >= 2) else { continue };
            past(base, &mut readings);
            present(base, &mut readings);
        }
    }
    readings.retain(|(stem, _)| stem.chars().count() >= 2);
    readings.sort();
    readings.dedup();
    readings
}

fn past(base: &str, readings: &mut Vec<Reading>) {
    let endings = [("", THIRD), ("تم", SECOND), ("تمو", SECOND), ("وا", SECOND | THIRD), ("نا", FIRST)];
    let ambiguous = [("و", SECOND | THIRD), ("ت", FIRST | SECOND | THIRD)];
    for (ending, person) in endings.into_iter().chain(ambiguous) {
        readings.extend(base.strip_suffix(ending).map(|stem| (stem.to_owned(), person)));
    }
}

fn present(base: &str, readings: &mut Vec<Reading>) {
    let mut letters = base.chars();
    let Some(first @ ('ن' | 'ت' | 'ي' | 'ا')) = letters.next() else { return };
    for ending in ["", "ون", "وا", "و", "ين", "ان", "ن"] {
        let Some(stem) = letters.as_str().strip_suffix(ending) else { continue };
        let plural = matches!(ending, "ون" | "وا" | "و");
        let person = match first {
            'ن' => FIRST,
            'ت' if plural => SECOND,
            'ت' => SECOND | THIRD,
            'ا' if plural => SECOND,
            'ا' => FIRST | THIRD,
            _ => THIRD,
        };
        readings.push((stem.to_owned(), person));
    }
}

/// Returns an English word itself and without its endings.
pub fn without_inflection(word: &str) -> Vec<String> {
    let mut stems = vec![word.to_owned()];
    for (ending, instead) in [
        ("ies", "y"),
        ("es", ""),
        ("s", ""),
        ("ied", "y"),
        ("ed", ""),
        ("d", ""),
        ("ing", ""),
        ("ing", "e"),
        ("ly", ""),
        ("ily", "y"),
    ] {
        let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() >= 2) else { continue };
        stems.push(format!("{stem}{instead}"));
        let mut letters = stem.chars().rev();
        if instead.is_empty() && letters.next() == letters.next() {
            stems.push(stem[..stem.len() - 1].to_owned());
        }
    }
    stems.retain(|stem| stem.is_ascii() || stem == word);
    tidy(stems)
}

fn tidy(mut forms: Vec<String>) -> Vec<String> {
    forms.retain(|form| form.chars().count() >= 2);
    forms.sort();
    forms.dedup();
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_behind_what_is_written_with_them() {
        let check = |written: &str, word: &str| {
            let stems = without_pronouns(&without_particles(written));
            assert!(stems.iter().any(|stem| stem == word), "{written}: {stems:?}");
        };
        check("وبملفاتكم", "ملفات");
        check("فالعقد", "عقد");
        check("للعميل", "عميل");
        check("شركتنا", "شركه");
        check("لعملاينا", "عملاء");
        assert!(without_tanween(without_particles("ومتعنتا")).contains(&"متعنت".to_owned()));
    }

    #[test]
    fn verbs_tell_their_person() {
        let check = |written: &str, stem: &str, person: u8| {
            let readings = verbs(&without_particles(written));
            assert!(readings.contains(&(stem.to_owned(), person)), "{written}: {readings:?}");
        };
        check("وتعمدتم", "تعمد", SECOND);
        check("تغشوننا", "غش", SECOND);
        check("سننشر", "نشر", FIRST);
        check("فضحناكم", "فضح", FIRST);
        check("ادفعوا", "دفع", SECOND);
        check("ضللتمونا", "ضلل", SECOND);
    }

    #[test]
    fn english_loses_its_endings() {
        for (written, word) in
            [("stopped", "stop"), ("denies", "deny"), ("delaying", "delay"), ("hiding", "hide"), ("files", "file")]
        {
            assert!(without_inflection(written).iter().any(|stem| stem == word), "{written}");
        }
    }
}
