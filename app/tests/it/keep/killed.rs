//! A sealing by the command line that is killed in the middle: the same command goes on where it was.

use crate::cli::{khitam, said};
use crate::demonstration;
use app::secret::identity::Identity;
use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// So many bytes fill a part.
const PART_BYTES: u64 = 16 * 1024 * 1024;

const PATIENCE: Duration = Duration::from_secs(300);

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_sealing_goes_on_and_seals_no_part_twice() {
    let (own, _) = demonstration::own().await;
    own.db.close().await;
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).display().to_string();
    let reader = Identity::new();
    fs::write(folder.path().join("key.txt"), reader.secret_text()).expect("writable");
    fs::create_dir(folder.path().join("more")).expect("a folder");
    for (name, bytes) in [("large.bin", PART_BYTES), ("small.bin", 9)] {
        let file = File::create(folder.path().join("more").join(name)).expect("a file");
        file.set_len(bytes).expect("room");
    }
    let (archive, more, public) = (path("archive"), path("more"), reader.public());
    let create = ["archive", "create", "--client", "QAFILA", "--into", &archive, "--reader", &public];
    let create = [&["--db", &own.address][..], &create, &["--documents", &more]].concat();

    let partial = folder.path().join("archive.partial");
    kill_after_a_part(own.folder.path(), &create, &partial);
    assert!(!folder.path().join("archive").exists(), "what is not whole has no name");
    let part = "data/part-0001.tar.age";
    let before = fs::read(partial.join(part)).expect("a part that was finished");

    let made = khitam(own.folder.path(), &create);
    assert_eq!(made.status.code(), Some(0), "{}", said(&made.stderr));
    assert!(fs::read(folder.path().join("archive").join(part)).expect("the part") == before, "sealed once only");
    assert!(!partial.exists());
    let verified = khitam(own.folder.path(), &["archive", "verify", &archive]);
    assert_eq!(verified.status.code(), Some(0), "{}", said(&verified.stderr));
    let (into, key) = (path("opened"), path("key.txt"));
    let opened = khitam(own.folder.path(), &["archive", "open", &archive, "--into", &into, "--key", &key]);
    assert_eq!(opened.status.code(), Some(0), "{}", said(&opened.stderr));
    let large = fs::metadata(folder.path().join("opened/data/documents/large.bin")).expect("a document");
    assert_eq!(large.len(), PART_BYTES);
}

/// Begins to seal in a process of its own, and kills it once a part is noted as finished.
fn kill_after_a_part(data: &Path, create: &[&str], partial: &Path) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_khitam"))
        .arg("--data")
        .arg(data)
        .args(create)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("khitam starts");
    let begun = Instant::now();
    // The first line of the log is the plan, each further line a part.
    let parts = || fs::read_to_string(partial.join("sealing.jsonl")).map_or(0, |log| log.matches('\n').count());
    while parts() < 2 {
        assert!(begun.elapsed() < PATIENCE, "no part was sealed");
        assert!(child.try_wait().expect("a child").is_none(), "it ended before it was killed");
        std::thread::sleep(Duration::from_millis(1));
    }
    child.kill().expect("SIGKILL");
    child.wait().expect("an end");
}
