//! `khitam demo`: a throw-away firm with two years of records, signed in, at one address.

use super::signs::{Signs, look};
use super::text::tell;
use super::{Exit, Failure, Shell, args};
use crate::clock::{Clock, stamp};
use crate::flow::demo;
use crate::store::Db;
use crate::web::{self, App};
use std::sync::Arc;
use tokio::net::TcpListener;

/// Serves the demonstration until a signal to stop; nothing of it remains.
pub async fn run(shell: &Shell, args: args::Demo) -> Result<Exit, Failure> {
    let lang = shell.lang;
    let stored = |error| Failure::of_store(lang, &error);
    let folder = tempfile::tempdir().map_err(|error| Failure::new(lang, "demo-folder", Exit::Failed).because(error))?;
    let db = Db::open(&format!("sqlite:{}", folder.path().join("khitam.db").display())).await.map_err(stored)?;
    let clock = Clock::standing_on(demo::today());
    let owner = demo::fill(&db, folder.path(), &stamp(clock.now())).await.map_err(stored)?;
    demo::close(&db, folder.path(), web::MAKER).await.map_err(stored)?;
    demo::speak(&db, &owner, lang.language.tag()).await.map_err(stored)?;
    let asked = Signs { on: Some(demo::today()), client: None };
    let answer = look(&db, &asked, demo::today()).await.map_err(stored)?;
    let listener = TcpListener::bind(&args.listen)
        .await
        .map_err(|error| Failure::about(lang, "listen", &args.listen, Exit::Failed).because(error))?;
    let address = listener
        .local_addr()
        .map_err(|error| Failure::about(lang, "listen", &args.listen, Exit::Failed).because(error))?;
    let mut app = App::new(db, clock, folder.path().to_owned());
    app.demo = true;
    let door = web::demo_door::make(&app, &owner.member, owner.identity);
    answer.write_table(std::io::stdout().lock(), lang).map_err(|error| Failure::of_output(lang, &error))?;
    tell(format_args!("\n{}\n\n  http://{address}{door}\n", lang.text("demo-at"))).ok();
    web::serve(Arc::new(app), listener, super::stop_signal())
        .await
        .map_err(|error| Failure::new(lang, "served", Exit::Failed).because(error))?;
    Ok(Exit::Done)
}
