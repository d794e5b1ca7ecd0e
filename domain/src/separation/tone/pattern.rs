//! The small language of the word lists: a rule is a row of words, classes of words and gaps.
//!
//! `word` is a word with any particles, `word~` also inflected or with a pronoun, `word=` only as it is written. In
//! Arabic `stem*` is a verb of any person, `stem*1` and `stem*2` one of that person. `a|b` is either, `a_b` one word after
//! another in such a choice, `@class` any line of a class, `%you` any Arabic word that speaks to the reader, `%he` one that
//! says what someone else does, `%they` what several do, `%client` a name of the client, `#` a number, `x?` may be left
//! out, `..3` is up to three other words; `<` and `>` are the ends of a sentence, over which no pattern reaches.

use super::form::{FIRST, SECOND, THIRD};
use super::token::{Laid, Script, Token};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// A row of elements.
#[derive(Debug, Clone)]
pub struct Pattern {
    elements: Vec<Element>,
    /// A letter without any of these words holds no match; empty where nothing so simple can be said.
    needs: Vec<String>,
}

#[derive(Debug, Clone)]
pub enum Element {
    Start,
    End,
    Gap(usize),
    Word(Box<Choice>),
    Optional(Box<Choice>),
}

/// What may stand in one place.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    exact: HashSet<String>,
    forms: HashSet<String>,
    stems: HashSet<String>,
    verbs: HashMap<String, u8>,
    longer: Vec<Pattern>,
    is_number: bool,
    is_you: bool,
    is_he: bool,
    is_they: bool,
    is_client: bool,
}

/// The classes of a word list.
pub type Classes = HashMap<String, Vec<Pattern>>;

/// Reads a pattern; the fault says what cannot be read.
pub fn read(line: &str, classes: &Classes) -> Result<Pattern, String> {
    let elements: Vec<Element> =
        line.split_whitespace().map(|written| element(written, classes)).collect::<Result<_, _>>()?;
    let words = elements.iter().filter_map(|element| match element {
        Element::Word(choice) => choice.words(),
        _ => None,
    });
    let needs = words.min_by_key(Vec::len).unwrap_or_default();
    Ok(Pattern { elements, needs })
}

fn element(written: &str, classes: &Classes) -> Result<Element, String> {
    if let Some(gap) = written.strip_prefix("..") {
        return gap.parse().map(Element::Gap).map_err(|_| written.to_owned());
    }
    Ok(match (written, written.strip_suffix('?')) {
        ("<", _) => Element::Start,
        (">", _) => Element::End,
        (_, Some(rest)) => Element::Optional(Box::new(choice(rest, classes)?)),
        (_, None) => Element::Word(Box::new(choice(written, classes)?)),
    })
}

fn choice(written: &str, classes: &Classes) -> Result<Choice, String> {
    let mut choice = Choice::default();
    for part in written.split('|') {
        match (part, part.strip_prefix('@')) {
            ("#", _) => choice.is_number = true,
            ("%you", _) => choice.is_you = true,
            ("%he", _) => choice.is_he = true,
            ("%they", _) => choice.is_they = true,
            ("%client", _) => choice.is_client = true,
            (_, Some(class)) => {
                classes.get(class).ok_or_else(|| part.to_owned())?.iter().for_each(|pattern| choice.join(pattern));
            }
            ("", None) => return Err(written.to_owned()),
            (row, None) if row.contains('_') => choice.longer.push(read(&row.replace('_', " "), classes)?),
            (word, None) => choice.add(word),
        }
    }
    Ok(choice)
}

impl Choice {
    fn add(&mut self, word: &str) {
        let fold = |word: &str| crate::text::fold(word);
        let verb = [("*1", FIRST), ("*2", SECOND), ("*", FIRST | SECOND | THIRD)];
        let verb = verb.into_iter().find_map(|(mark, person)| Some((word.strip_suffix(mark)?, person)));
        match (verb, word.strip_suffix('~'), word.strip_suffix('=')) {
            (Some((stem, person)), _, _) => *self.verbs.entry(fold(stem)).or_default() |= person,
            (_, Some(stem), _) => _ = self.stems.insert(fold(stem)),
            (_, _, Some(word)) => _ = self.exact.insert(fold(word)),
            _ => _ = self.forms.insert(fold(word)),
        }
    }

    /// Takes in a line of a class: a single word joins the words, anything longer stays a row.
    fn join(&mut self, pattern: &Pattern) {
        let [Element::Word(other)] = pattern.elements.as_slice() else { return self.longer.push(pattern.clone()) };
        self.exact.extend(other.exact.iter().cloned());
        self.forms.extend(other.forms.iter().cloned());
        self.stems.extend(other.stems.iter().cloned());
        other.verbs.iter().for_each(|(stem, person)| *self.verbs.entry(stem.clone()).or_default() |= person);
        self.longer.extend(other.longer.iter().cloned());
        self.is_number |= other.is_number;
        self.is_you |= other.is_you;
        self.is_he |= other.is_he;
        self.is_they |= other.is_they;
        self.is_client |= other.is_client;
    }

    /// Returns all its words, if it is nothing but words.
    fn words(&self) -> Option<Vec<String>> {
        let is_open = self.is_number || self.is_you || self.is_he || self.is_they || self.is_client;
        let plain = self.longer.is_empty() && !is_open;
        let words = self.exact.iter().chain(&self.forms).chain(&self.stems).chain(self.verbs.keys());
        plain.then(|| words.cloned().collect())
    }

    fn fits(&self, token: &Token) -> bool {
        (self.is_number && token.script == Script::Number)
            || (self.is_you && is_you(token))
            || (self.is_he && is_he(token))
            || (self.is_they && is_they(token))
            || self.exact.contains(&token.word)
            || (!self.forms.is_empty() && token.forms.iter().any(|form| self.forms.contains(form)))
            || (!self.stems.is_empty() && token.stems.iter().any(|stem| self.stems.contains(stem)))
            || (!self.verbs.is_empty() && token.verbs.iter().any(|(stem, person)| self.speaks(stem, *person)))
    }

    /// A verb fits if its reading leaves no person but those asked for.
    fn speaks(&self, stem: &str, person: u8) -> bool {
        self.verbs.get(stem).is_some_and(|wanted| person & !wanted == 0)
    }
}

/// Words that end or begin as if they spoke to the reader.
const NOT_YOU: [&str; 34] = [
    "كم",
    "حكم",
    "محاكم",
    "تراكم",
    "حاكم",
    "محكم",
    "يحكم",
    "تحكم",
    "متحكم",
    "نحكم",
    "متراكم",
    "تم",
    "يتم",
    "ستم",
    "اتم",
    "نتم",
    "مهتم",
    "اهتم",
    "يهتم",
    "نهتم",
    "تهتم",
    "ختم",
    "يختتم",
    "نختتم",
    "تختتم",
    "اختتم",
    "كتم",
    "حتم",
    "خاتم",
    "تكون",
    "تعاون",
    "تهاون",
    "تلفزيون",
    "سنتم",
];

fn is_you(token: &Token) -> bool {
    let looks_like = |form: &String| NOT_YOU.contains(&form.as_str());
    if token.script != Script::Arabic || token.forms.iter().any(looks_like) {
        return false;
    }
    let word = token.word.as_str();
    let ends = ["كم", "كما", "تم", "تموها", "تموه", "تمونا"].iter().any(|end| word.ends_with(end));
    let verb = |form: &String| {
        let length = form.chars().count();
        form.starts_with('ت')
            && ["ون", "وا", "ونا", "وننا", "ونه", "ونها"].iter().any(|end| form.ends_with(end))
            && length >= 5
    };
    ends || word == "انتم" || token.forms.iter().any(verb)
}

/// Whether a word may be a verb of the present that says what someone does who is neither speaking nor spoken to.
fn is_he(token: &Token) -> bool {
    let verb = |form: &String| form.starts_with('ي') && form.chars().count() >= 3 && form != "يوم";
    token.script == Script::Arabic && token.forms.iter().any(verb)
}

fn is_they(token: &Token) -> bool {
    let several = |form: &String| ["ون", "وا", "وننا", "ونه", "ونها"].iter().any(|end| form.ends_with(end));
    is_he(token) && token.forms.iter().any(|form| form.starts_with('ي') && several(form))
}

/// Returns the widest place of each match of a pattern, from left to right.
pub fn matches(pattern: &Pattern, laid: &Laid) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if !pattern.needs.is_empty() && !pattern.needs.iter().any(|word| laid.words.contains(word)) {
        return found;
    }
    for sentence in &laid.sentences {
        for at in sentence.clone().filter(|at| can_begin(pattern, laid, *at)) {
            let ends = run(pattern, laid, sentence, at);
            found.extend(ends.into_iter().filter(|end| *end > at).max().map(|end| at..end));
        }
    }
    found
}

/// Whether a pattern may begin with a token; most cannot, and this is asked of every word.
fn can_begin(pattern: &Pattern, laid: &Laid, at: usize) -> bool {
    match pattern.elements.first() {
        Some(Element::Word(choice)) => {
            choice.fits(&laid.tokens[at])
                || (choice.is_client && laid.client.iter().any(|place| place.start == at))
                || choice.longer.iter().any(|longer| can_begin(longer, laid, at))
        }
        _ => true,
    }
}

/// Returns where a pattern that begins at a token can end.
pub fn run(pattern: &Pattern, laid: &Laid, sentence: &Range<usize>, at: usize) -> Vec<usize> {
    let mut places = vec![at];
    for element in &pattern.elements {
        let mut next: Vec<usize> = Vec::new();
        for place in &places {
            step(element, laid, sentence, *place, &mut next);
        }
        next.sort_unstable();
        next.dedup();
        places = next;
    }
    places
}

fn step(element: &Element, laid: &Laid, sentence: &Range<usize>, at: usize, next: &mut Vec<usize>) {
    match element {
        Element::Start if at == sentence.start => next.push(at),
        Element::End if at == sentence.end => next.push(at),
        Element::Start | Element::End => {}
        Element::Gap(most) => next.extend(at..=(at + most).min(sentence.end)),
        Element::Word(choice) => fit(choice, laid, sentence, at, next),
        Element::Optional(choice) => {
            next.push(at);
            fit(choice, laid, sentence, at, next);
        }
    }
}

fn fit(choice: &Choice, laid: &Laid, sentence: &Range<usize>, at: usize, next: &mut Vec<usize>) {
    if at < sentence.end && choice.fits(&laid.tokens[at]) {
        next.push(at + 1);
    }
    if choice.is_client {
        let named = laid.client.iter().filter(|place| place.start == at && place.end <= sentence.end);
        next.extend(named.map(|place| place.end));
    }
    for longer in &choice.longer {
        next.extend(run(longer, laid, sentence, at));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(pattern: &str, text: &str) -> Vec<String> {
        let classes = Classes::from([("we".to_owned(), vec![read("we", &Classes::new()).expect("read")])]);
        let laid = Laid::of(text);
        let pattern = read(pattern, &classes).expect("a pattern");
        let slice = |range: Range<usize>| laid.slice(laid.tokens[range.start].start..laid.tokens[range.end - 1].end);
        matches(&pattern, &laid).into_iter().map(slice).collect()
    }

    #[test]
    fn patterns_find_rows_of_words() {
        assert_eq!(found("@we ..1 stop~", "Now we have stopped. We stop."), ["we have stopped", "We stop"]);
        assert_eq!(found("we stop~", "we. Stopped"), Vec::<String>::new());
        assert_eq!(found("< not? you", "Not you, but you"), ["Not you"]);
        assert_eq!(found("%you", "تعاونكم تم وتأخرتم"), ["تعاونكم", "وتأخرتم"]);
        assert_eq!(found("سدد*2", "سددتم وتسددون ونسدد"), ["سددتم", "وتسددون"]);
        assert_eq!(found("ملفات~", "ولملفّاتكم"), ["ولملفّاتكم"]);
        assert!(read("@nobody", &Classes::new()).is_err() && read("a||b", &Classes::new()).is_err());
    }
}
