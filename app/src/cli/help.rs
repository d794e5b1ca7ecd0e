//! Help and misunderstandings of the command line, in the user's language.

use super::args::Cli;
use super::{Exit, Failure};
use crate::lang::Lang;
use clap::error::{ContextKind, ErrorKind};
use clap::{Command, CommandFactory, FromArgMatches};
use std::ffi::OsString;

/// Reads what was written; help, version and misunderstandings are told here and end with their exit code.
pub fn parse(lang: Lang, written: Vec<OsString>) -> Result<Cli, Exit> {
    let matches = command(lang).try_get_matches_from(written);
    match matches.and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => Ok(cli),
        Err(error) => Err(told(lang, &error)),
    }
}

/// Returns the command line with its words.
pub fn command(lang: Lang) -> Command {
    in_words(Cli::command(), lang, "cli")
}

fn in_words(command: Command, lang: Lang, path: &str) -> Command {
    // clap takes headings for ever; there are a few, once in a run.
    let heading = |key: &str| -> &'static str { lang.text(key).leak() };
    let template = format!("{{about}}\n\n{} {{usage}}\n\n{{all-args}}\n", lang.text("cli-usage"));
    let parent = path.to_owned();
    command
        .about(lang.text(&format!("{path}-about")))
        .help_template(template)
        .subcommand_help_heading(heading("cli-commands"))
        .mut_args(|arg| {
            let list = if arg.is_positional() { "cli-arguments" } else { "cli-options" };
            let help = lang.text(&format!("cli-arg-{}", arg.get_id()));
            let valued = arg.get_action().takes_values();
            let arg = arg.help(help).help_heading(heading(list));
            if valued { arg.hide_possible_values(true).hide_default_value(true) } else { arg }
        })
        .mut_subcommands(|sub| {
            let path = format!("{parent}-{}", sub.get_name());
            in_words(sub, lang, &path)
        })
}

fn told(lang: Lang, error: &clap::Error) -> Exit {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // Whoever closes the pipe early has read enough.
            error.print().ok();
            Exit::Done
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            eprint!("{error}");
            Exit::Usage
        }
        kind => misunderstood(lang, kind, error).tell(lang),
    }
}

fn misunderstood(lang: Lang, kind: ErrorKind, error: &clap::Error) -> Failure {
    let context = |kind: ContextKind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let (key, what) = match kind {
        ErrorKind::UnknownArgument => ("usage-unknown", context(ContextKind::InvalidArg)),
        ErrorKind::InvalidSubcommand => ("usage-unknown", context(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingRequiredArgument => ("usage-missing", context(ContextKind::InvalidArg)),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation | ErrorKind::NoEquals => {
            let (argument, value) = (context(ContextKind::InvalidArg), context(ContextKind::InvalidValue));
            ("usage-value", format!("{argument} {value}"))
        }
        _ => ("usage-other", context(ContextKind::InvalidArg)),
    };
    Failure::about(lang, key, what.trim(), Exit::Usage)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Language;

    #[test]
    fn everything_on_the_command_line_has_words() {
        for language in [Language::Arabic, Language::English] {
            let mut command = command(Lang::plain(language));
            let mut helps = vec![command.render_long_help().to_string()];
            for sub in command.get_subcommands_mut() {
                helps.push(sub.render_long_help().to_string());
                helps.extend(sub.get_subcommands_mut().map(|sub| sub.render_long_help().to_string()));
            }
            for help in helps {
                assert!(!help.contains("[cli-"), "a message is missing: {help}");
            }
        }
    }

    #[test]
    fn arguments_are_read_as_designed() {
        let check = |line: &str, good: bool| {
            let written = line.split(' ').map(OsString::from).collect();
            let matches = command(Lang::plain(Language::English)).try_get_matches_from::<Vec<OsString>, _>(written);
            assert_eq!(matches.is_ok(), good, "{line}");
        };
        check("khitam serve --listen 127.0.0.1:0 --public-url https://x.example", true);
        check("khitam import a.csv b.csv --as invoices --dates dmy --currency SAR --json", true);
        check("khitam signs --on 2026-01-31 --client c1 --json", true);
        check("khitam signs --on 2026-02-30", false);
        check("khitam exit simulate plan.toml --json", true);
        check("khitam contract read deal.docx --json", true);
        check("khitam contract read", false);
        check("khitam exit simulate", false);
        check("khitam exit", false);
        check("khitam notice compute terms.json --json", true);
        check("khitam notice compute terms.json --aloud --lang ar", true);
        check("khitam notice compute terms.json --aloud --json", false);
        check("khitam notice compute", false);
        check("khitam letter check letter.txt --kind notice --lang ar --json", true);
        check("khitam letter check letter.txt", false);
        check("khitam letter check letter.txt --kind poem", false);
        check("khitam member invite --role adviser --name Huda", true);
        check("khitam member invite --role boss", false);
        check("khitam member reset reem@midad.example", true);
        check("khitam doctor --json --lang ar", true);
        check("khitam backup --to s3://firm/x --keys-to y --reader age1x --keep 7d,4w,12m --s3 f --json", true);
        check("khitam backup --reader age1x", false);
        check("khitam restore x --backup n --keys-from y --key k --erasures e --json", true);
        check("khitam restore x --key k --passphrase p", false);
        check("khitam restore x --key k --erasures e --without-erasures why", false);
        check("khitam import", false);
        check("khitam separate", false);
    }
}
