//! One chromedriver for all tests of the binary, on a free port; it ends with the binary, however that ends.

use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::LazyLock;
use thirtyfour::common::capabilities::desiredcapabilities::Capabilities;
use thirtyfour::prelude::*;

/// The shell's input is a pipe of ours: it closes when this process ends, even by a signal. Then the shell ends its whole
/// group: itself, chromedriver, and the browsers that are still open.
const UNTIL_WE_END: &str = "chromedriver --port=0 & read -r _; kill 0";

struct Driver {
    address: String,
    _shell: Child,
    /// Held open, or chromedriver would be killed by what it writes.
    _says: BufReader<ChildStdout>,
}

static DRIVER: LazyLock<Option<Driver>> = LazyLock::new(begin);

/// Returns where chromedriver listens, if there is one.
pub fn address() -> Option<&'static str> {
    DRIVER.as_ref().map(|driver| driver.address.as_str())
}

fn begin() -> Option<Driver> {
    Command::new("chromedriver").arg("--version").stdout(Stdio::null()).status().ok()?;
    let mut shell = Command::new("sh")
        .args(["-c", UNTIL_WE_END])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn()
        .expect("a shell");
    let mut says = BufReader::new(shell.stdout.take().expect("its output is a pipe"));
    let port = |line: String| Some(line.trim_end_matches('.').rsplit_once("successfully on port ")?.1.to_owned());
    let port = (&mut says).lines().map_while(Result::ok).find_map(port).expect("chromedriver says its port");
    Some(Driver { address: format!("http://127.0.0.1:{port}"), _shell: shell, _says: says })
}

/// Says what kind of browser a test opens: headless, asking for pages in one language, keeping its console's faults.
pub fn wishes(language: &str) -> Capabilities {
    let mut wishes = DesiredCapabilities::chrome();
    let language_wish = format!("--lang={language}");
    let switches = ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--no-first-run"];
    let quiet = ["--disable-extensions", "--disable-background-networking", "--window-size=1280,900", &language_wish];
    for switch in switches.into_iter().chain(quiet) {
        wishes.add_arg(switch).expect("a switch");
    }
    wishes
        .add_experimental_option("prefs", serde_json::json!({ "intl.accept_languages": language }))
        .expect("a preference");
    wishes.set("goog:loggingPrefs", serde_json::json!({ "browser": "SEVERE" })).expect("a preference");
    wishes.into()
}
