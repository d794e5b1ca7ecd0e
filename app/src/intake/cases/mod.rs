//! What whole files give: small texts in, one line a row, problem (`!`), note (`~`) or refused file (`!!`) out.

mod columns;
mod dates;
mod elsewhere;
mod files;
mod invoices;
mod kinds;
mod money;
mod names;
mod plans;
mod repairs;
mod sheets;
mod time;

use super::sample::{WORDS, check, client, told, told_text};
