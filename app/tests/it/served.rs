//! `khitam serve` as the guide tells it: started, asked, and stopped by its id.

use crate::documented::{Told, program, told};
use crate::harness::Browser;
use crate::tidy::root;
use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A copy that is served by its own process, and what it said first. It is stopped by its id, whatever happens.
struct Served(Child, String);

impl Served {
    fn start(folder: &Path, words: &[String]) -> Served {
        let mut program = program(folder);
        program.args(["--data", "served"]).args(words).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = program.spawn().expect("the program starts");
        let mut said = String::new();
        let mut out = BufReader::new(child.stdout.take().expect("its words"));
        while said.lines().count() < 2 && out.read_line(&mut said).expect("a line") > 0 {}
        child.stdout = Some(out.into_inner());
        Served(child, said)
    }

    /// Asks it to stop, and returns its exit code.
    fn stop(mut self) -> Option<i32> {
        let asked = Command::new("kill").args(["-TERM", &self.0.id().to_string()]).status().expect("kill");
        assert!(asked.success());
        self.0.wait().expect("an end").code()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.0.kill();
    }
}

/// Returns a port on which nobody listens; that of the page may be taken on this machine.
fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port").port()
}

/// Returns a browser at a port of this machine.
fn at(port: u16) -> Browser {
    let address = ([127, 0, 0, 1], port).into();
    Browser { address, cookies: BTreeMap::new(), language: "en", site: Some("same-origin"), more: vec![] }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_is_served_as_the_pages_say_until_it_is_stopped() {
    for guide in ["docs/en", "docs/ar"] {
        let folder = tempfile::tempdir().expect("a folder");
        let text = fs::read_to_string(root().join(guide).join("serve.md")).expect("a page");
        let serves =
            |told: &Told| !told.is_mentioned && told.words[0] == "serve" && !told.words.contains(&"--data".into());
        let mut asked = 0;
        for Told { place, words, .. } in told("serve.md", &text).into_iter().filter(serves) {
            let port = free_port();
            let mut words: Vec<String> = words.iter().map(|word| word.replace(":7411", &format!(":{port}"))).collect();
            if !words.iter().any(|word| word == "--listen") {
                words.extend(["--listen".to_owned(), format!("127.0.0.1:{port}")]);
            }
            let served = Served::start(folder.path(), &words);
            let said = served.1.clone();
            assert!(said.contains("/first-start/"), "{place}: {said}");
            let page = at(port).get("/").await;
            assert_eq!((page.status, page.header("location")), (303, Some("/first-start")), "{place}");
            let public = words.iter().skip_while(|word| *word != "--public-url").nth(1).map(|url| format!("{url}/"));
            let address = public.unwrap_or_else(|| format!(":{port}/"));
            assert!(said.lines().next().is_some_and(|line| line.ends_with(&address)), "{place}: {said}");
            asked += 1;
            assert_eq!(served.stop(), Some(0), "{place}: it ends well when asked to");
        }
        assert!(asked >= 3, "{guide}: serve.md tells of other ways now");
    }
}
