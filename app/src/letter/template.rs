//! The language of the templates: values, conditions, lists, parts. A template sees its facts and nothing else, and a
//! runaway one is stopped.

use super::FirmTexts;
use super::texts::{NAMES, standard};
use crate::lang::Language;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, ErrorKind, UndefinedBehavior, filters};
use serde_json::Value as Json;

/// Steps that one letter may take; the longest of ours takes some two thousand.
const STEPS_MAX: u64 = 100_000;

/// What is wrong with a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    Syntax,
    /// It names a value that the facts do not have.
    Unknown,
    /// It names a part that does not exist.
    NoPart,
    /// It never ends, or makes too much.
    TooLong,
    Other,
}

impl Flaw {
    /// Returns the word.
    pub fn word(self) -> &'static str {
        match self {
            Flaw::Syntax => "syntax",
            Flaw::Unknown => "unknown",
            Flaw::NoPart => "no_part",
            Flaw::TooLong => "too_long",
            Flaw::Other => "other",
        }
    }
}

/// A template that cannot be filled in: which one, on which line, counted from 1, and what is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub language: Language,
    pub template: String,
    pub line: Option<usize>,
    pub flaw: Flaw,
    /// What the template engine says of it.
    pub detail: String,
}

/// The templates of a language, read once, to be filled in as often as need be.
pub struct Press<'a> {
    language: Language,
    environment: Environment<'a>,
}

impl<'a> Press<'a> {
    /// Reads the templates; `name` is the one at fault where nothing else says which.
    pub fn of(name: &str, language: Language, own: &'a FirmTexts) -> Result<Press<'a>, Fault> {
        let environment = environment(language, own).map_err(|error| Fault::of(name, language, &error))?;
        Ok(Press { language, environment })
    }

    /// Fills a template in.
    pub fn fill(&self, name: &str, facts: &Json) -> Result<String, Fault> {
        let fault = |error| Fault::of(name, self.language, &error);
        let template = self.environment.get_template(name).map_err(fault)?;
        let written = template.render(Value::from(Serde(facts))).map_err(fault)?;
        Ok(tidied(&written))
    }
}

fn environment<'a>(language: Language, own: &'a FirmTexts) -> Result<Environment<'a>, minijinja::Error> {
    let mut environment = Environment::empty();
    let lines = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build()?;
    environment.set_syntax(lines);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| AutoEscape::None);
    environment.set_fuel(Some(STEPS_MAX));
    environment.add_filter("join", filters::join);
    environment.add_test("none", minijinja::tests::is_none);
    for name in NAMES {
        let text = own.get(language, name).or_else(|| standard(language, name)).unwrap_or_default();
        environment.add_template(name, text)?;
    }
    Ok(environment)
}

impl Fault {
    /// The innermost part that is at fault is what a person can mend.
    fn of(name: &str, language: Language, error: &minijinja::Error) -> Fault {
        let mut inner = error;
        while let Some(cause) = std::error::Error::source(inner).and_then(|cause| cause.downcast_ref()) {
            inner = cause;
        }
        let flaw = match inner.kind() {
            ErrorKind::SyntaxError => Flaw::Syntax,
            ErrorKind::UndefinedError => Flaw::Unknown,
            ErrorKind::TemplateNotFound => Flaw::NoPart,
            ErrorKind::OutOfFuel => Flaw::TooLong,
            _ => Flaw::Other,
        };
        Fault {
            language,
            template: inner.name().unwrap_or(name).to_owned(),
            line: inner.line(),
            flaw,
            detail: inner.detail().unwrap_or_default().to_owned(),
        }
    }
}

/// Closes the gaps that empty parts leave: no space at the end of a line, one blank line between paragraphs, none between
/// the items of a list.
fn tidied(text: &str) -> String {
    let mut lines: Vec<&str> = vec![];
    for line in text.lines().map(str::trim_end) {
        let is_item = line.starts_with("- ");
        match lines[..] {
            [] | [.., ""] if line.is_empty() => {}
            [.., item, ""] if is_item && item.starts_with("- ") => {
                lines.pop();
                lines.push(line);
            }
            _ => lines.push(line),
        }
    }
    format!("{}\n", lines.join("\n").trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn filled(text: &str) -> Result<String, (String, Option<usize>, Flaw)> {
        let own = FirmTexts::default().with(Language::English, "thank_you", text);
        let facts = json!({"name": "Nakhla {{ 7 }}", "list": [1, 2], "none": null});
        let press = Press::of("thank_you", Language::English, &own);
        press
            .and_then(|press| press.fill("thank_you", &facts))
            .map_err(|fault| (fault.template, fault.line, fault.flaw))
    }

    #[test]
    fn a_template_sees_its_facts_and_nothing_else() {
        assert_eq!(filled("Dear {{ name }},").as_deref(), Ok("Dear Nakhla {{ 7 }},\n"));
        assert_eq!(filled("a\n\n{% if none %}\nb\n{% endif %}\n\n\nc").as_deref(), Ok("a\n\nc\n"));
        let list = "x\n\n{% for one in list %}\n- {{ one }}{% if one == 1 %}!{% endif %}\n\n{% endfor %}";
        assert_eq!(filled(list).as_deref(), Ok("x\n\n- 1!\n- 2\n"));
        assert_eq!(filled("{{ list | join(\"; \") }}").as_deref(), Ok("1; 2\n"));
    }

    #[test]
    fn faults_name_the_template_and_the_line() {
        let fault = |line, flaw| Err(("thank_you".to_owned(), Some(line), flaw));
        assert_eq!(filled("a\nb {{ nobody }}"), fault(2, Flaw::Unknown));
        assert_eq!(filled("a\n{% if name %}\nb"), fault(3, Flaw::Syntax));
        assert_eq!(filled("a\n{% include \"secrets\" %}"), fault(2, Flaw::NoPart));
        let nested = "{% for a in list %}".repeat(20) + "x" + &"{% endfor %}".repeat(20);
        assert_eq!(filled(&nested), fault(1, Flaw::TooLong));
        assert!(filled("{{ range(9) }}").is_err(), "no functions of the engine");
    }
}
