//! The program's entry.

use app::cli::import::{Answer, FileAnswer};
use app::cli::signs::{Signs, look};
use app::clock::{Clock, stamp};
use app::flow::import::{Progress, Terms, plan, run};
use app::intake::{HeaderWords, Options};
use app::lang::{Lang, Language};
use app::store::{Db, apart};
use std::path::PathBuf;

#[tokio::main]
async fn main() {
    let mut args = std::env::args().skip(1);
    let (_, url) = (args.next(), args.next().expect("db"));
    let command = args.next().expect("command");
    let rest: Vec<String> = args.collect();
    let db = Db::open(&url).await.expect("db");
    let clock = Clock::default();
    match command.as_str() {
        "import" => {
            let files: Vec<(PathBuf, String)> = rest
                .iter()
                .filter(|a| !a.starts_with("--"))
                .map(|a| (PathBuf::from(a), PathBuf::from(a).file_name().expect("name").to_string_lossy().into_owned()))
                .collect();
            let words = HeaderWords::read(None).expect("words");
            let t = std::time::Instant::now();
            let files = plan(files, &Options::new(&words));
            eprintln!("planned {:?}", t.elapsed());
            let terms = Terms {
                member: String::new(),
                today: clock.today(None),
                at: stamp(clock.now()),
                base_currency: None,
                keep_text: false,
                zone: None,
            };
            let own = db.clone();
            let reports = apart(move || Ok(run(&own, &files, &terms, &Progress::default(), true)))
                .await
                .expect("apart")
                .expect("run");
            eprintln!("ran {:?}", t.elapsed());
            let lang = Lang::plain(Language::English);
            let answer = Answer { files: reports.iter().map(|r| FileAnswer::of(r, lang)).collect() };
            println!("{}", serde_json::to_string(&answer).expect("json"));
        }
        _ => {
            let on = rest.iter().position(|a| a == "--on").and_then(|i| domain::days::Day::from_iso(&rest[i + 1]));
            let answer = look(&db, &Signs { on, client: None }, clock.today(None)).await.expect("look");
            answer.write_json(std::io::stdout()).expect("out");
        }
    }
}
