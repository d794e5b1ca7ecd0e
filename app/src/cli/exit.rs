//! `khitam exit simulate`: what ending would cost, from a file of inputs. It reads nothing else and stores nothing.

use super::text::{read_text, write_json};
use super::{Exit, Failure, Shell, args};
use crate::lang::Lang;
use domain::exit::{InputError, Inputs, Outlook, Scenario, Simulation, read, simulate};
use domain::money::Currency;
use fluent_bundle::FluentValue;
use serde_json::json;
use std::io::{IsTerminal, Write};

/// Runs the command.
pub async fn run(shell: &Shell, args: args::ExitCost) -> Result<Exit, Failure> {
    let args::ExitCommand::Simulate { file, json } = args.command;
    let lang = shell.lang;
    let text = read_text(lang, &file)?;
    let told = match read(&text) {
        Ok(sound) => {
            let simulation = simulate(&sound);
            let out = std::io::stdout().lock();
            if json { write_json(out, &simulation) } else { write_told(out, lang, sound.inputs(), &simulation) }
        }
        Err(errors) => {
            if json {
                write_json(std::io::stdout().lock(), &json!({ "errors": errors_json(lang, &errors) }))
                    .map_err(|error| Failure::of_output(lang, &error))?;
            }
            let file = file.display().to_string();
            return Err(Failure::about(lang, "inputs", &file, Exit::Failed).because(listed(lang, &errors)));
        }
    };
    told.map_err(|error| Failure::of_output(lang, &error))?;
    Ok(Exit::Done)
}

/// Returns all that is wrong, a line each.
fn listed(lang: Lang, errors: &[InputError]) -> String {
    let place = |error: &InputError| {
        let line =
            error.line.map(|line| lang.say("exit-line", [("line", FluentValue::from(lang.digits(line.into())))]));
        let place = [error.path.clone(), line.unwrap_or_default()];
        place.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(&lang.text("table-comma"))
    };
    errors.iter().map(|error| format!("\n  {}: {}", place(error), lang.wrong(error))).collect()
}

fn errors_json(lang: Lang, errors: &[InputError]) -> Vec<serde_json::Value> {
    let one = |error: &InputError| json!({ "path": error.path, "line": error.line, "code": error.wrong.code(), "message": lang.wrong(error) });
    errors.iter().map(one).collect()
}

/// So many inputs are named among those that change the answer.
const SWINGS: usize = 5;

/// The table's width where no terminal says its own.
const TABLE_WIDTH: u16 = 120;

/// Writes the scenarios as a table with their sentences, and below it what follows from them.
pub fn write_told(mut out: impl Write, lang: Lang, inputs: &Inputs, simulation: &Simulation) -> std::io::Result<()> {
    let number = |n: f64| FluentValue::from(n);
    let head = [
        ("months", number(f64::from(simulation.horizon_months))),
        ("draws", number(f64::from(simulation.draws))),
        ("seed", FluentValue::from(simulation.seed.to_string())),
    ];
    writeln!(out, "{}", lang.say("exit-simulated", head))?;
    writeln!(out, "{}", table(lang, inputs.currency, simulation))?;
    for said in [lang.indifference(simulation), Some(lang.waiting(simulation, inputs.currency))].into_iter().flatten() {
        writeln!(out, "{said}")?;
    }
    writeln!(out, "{}", lang.advice(simulation))?;
    if !simulation.tornado.is_empty() {
        writeln!(out, "\n{}", lang.text("exit-changes"))?;
    }
    for swing in simulation.tornado.iter().take(SWINGS) {
        writeln!(out, "- {}", lang.swing(swing, inputs.currency))?;
    }
    writeln!(out)?;
    for said in lang.origins(&simulation.inputs) {
        writeln!(out, "{said}")?;
    }
    for caution in &simulation.cautions {
        writeln!(out, "{}", lang.caution(*caution))?;
    }
    out.flush()
}

fn table(lang: Lang, currency: Option<Currency>, simulation: &Simulation) -> comfy_table::Table {
    let mut table = comfy_table::Table::new();
    table.load_style(comfy_table::presets::UTF8_HORIZONTAL_ONLY);
    table.set_content_arrangement(comfy_table::ContentArrangement::Dynamic);
    if !std::io::stdout().is_terminal() {
        table.set_width(TABLE_WIDTH);
    }
    let heads = ["scenario", "futures", "reserve", "lowest", "break-even", "more"];
    table.set_header(heads.map(|head| lang.text(&format!("exit-head-{head}"))));
    for (scenario, outlook) in &simulation.scenarios {
        table.add_row(row(lang, currency, *scenario, outlook));
    }
    table
}

fn row(lang: Lang, currency: Option<Currency>, scenario: Scenario, outlook: &Outlook) -> [String; 6] {
    let lowest = outlook.cash.iter().map(|month| month.p50).fold(f64::INFINITY, f64::min);
    let month = |month: u32| lang.say("exit-month", [("n", FluentValue::from(lang.digits(month.into())))]);
    let is_base = scenario == Scenario::Keep;
    [
        lang.scenario(scenario),
        lang.below_zero(outlook),
        lang.of_100(outlook.p_cash_below_reserve),
        lang.whole_sum(lowest, currency),
        outlook.break_even_month.map(month).unwrap_or_else(|| lang.text("exit-none")),
        if is_base { lang.text("exit-none") } else { lang.whole_sum(outlook.npv, currency) },
    ]
}
