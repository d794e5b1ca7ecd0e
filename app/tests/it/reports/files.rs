//! Files of a report: sealed with it and whole when they come back; and where they are lost on the way, that is said, and no
//! word with them.

use super::{Office, TEXT, id, name_recipients, no_bytes_tell, office, report, report_path};
use crate::harness::{Page, each};

#[tokio::test]
async fn files_are_sealed_with_it_and_come_back_whole() {
    for copy in each().await {
        let Office { mut reem, mut huda, mut omar, mut lina } = office(&copy).await;
        name_recipients(&copy, &mut reem, &["Huda", "Omar", "Reem"]).await;
        let readers = [id(&copy, "Huda").await];
        let told = b"what he wrote to me, word for word";
        let mut unfinished = report(&readers, &[("keep", "1")]);
        unfinished.retain(|(name, _)| *name != "text");
        let page = lina.post_with_files("/reports", &unfinished, &[("chat.txt", told)]).await;
        assert_eq!(page.status, 422);
        page.says("chat.txt").says("still here");
        let held = page.body.split("name=\"held\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        let held = held.expect("the word by which the file comes back").to_owned();
        let form = report(&readers, &[("keep", "1"), ("held", &held)]);
        assert_eq!(lina.post_with_files("/reports", &form, &[]).await.status, 303);
        let path = report_path(&mut huda).await;
        huda.get(&path).await.says("chat.txt");
        assert_eq!(huda.get(&format!("{path}/files/0")).await.body.as_bytes(), told);
        lina.post_with_files(&format!("{path}/files"), &[], &[("second.txt", b"and this")]).await;
        assert_eq!(huda.get(&format!("{path}/files/1")).await.body, "and this");
        for other in [&mut reem, &mut omar] {
            assert_eq!(other.get(&format!("{path}/files/0")).await.status, 404);
        }
        no_bytes_tell(&copy, &["word for word", "chat.txt"]).await;
    }
}

/// Asserts that a form came back with every word in it, and says which file has to be chosen again.
fn keeps_all_but_the_file(page: &Page, file: &str) {
    assert_eq!(page.status, 422);
    page.says("These files have to be chosen again:").says(file).says("is still here");
    page.says(TEXT).says("value=\"Sahab\"").says("value=\"In a meeting\"").says("value=\"2026-03-01\"");
    for choice in ["value=\"harassment\"", "value=\"company\"", "value=\"record_only\"", "name=\"unnamed\" value=\"1\""]
    {
        page.says(&format!("{choice} checked"));
    }
}

#[tokio::test]
async fn files_that_could_not_be_held_are_named_and_nothing_else_is_lost() {
    for copy in each().await {
        let Office { mut reem, mut lina, .. } = office(&copy).await;
        name_recipients(&copy, &mut reem, &["Huda", "Omar", "Reem"]).await;
        let readers = [id(&copy, "Huda").await];
        let more = [("wish", "company"), ("asks", "record_only"), ("unnamed", "1"), ("channel", "In a meeting")];
        let whole = |also: &[(&'static str, &'static str)]| report(&readers, &[&more[..], also].concat());
        // Kept too long, or by a program that was started anew.
        let late = whole(&[("held", "a word"), ("held_name", "chat.txt")]);
        keeps_all_but_the_file(&lina.post_with_files("/reports", &late, &[]).await, "chat.txt");
        // Too large, and one too many; the rest of the form comes after the files.
        let large = vec![1; 9 * 1024 * 1024];
        let page = lina.post_with_files("/reports", &whole(&[]), &[("film.mp4", &large), ("a.png", &[1])]).await;
        keeps_all_but_the_file(&page, "film.mp4");
        page.says("These files came with the form and are still here:").says("One of the files is too large.");
        let names: Vec<String> = (0..7).map(|n| format!("{n}.mp4")).collect();
        let huge: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &large[..])).collect();
        keeps_all_but_the_file(&lina.post_with_files("/reports", &whole(&[]), &huge).await, "6.mp4");
        let six: Vec<(&str, &[u8])> = names[..6].iter().map(|name| (name.as_str(), &b"x"[..])).collect();
        keeps_all_but_the_file(&lina.post_with_files("/reports", &whole(&[]), &six).await, "5.mp4");
        // No room is left for the files of a form that has something else to mend.
        let full = vec![("other".to_owned(), vec![0; 127 * 1024 * 1024])];
        copy.app.drafts.hold("another session", full, "9999", &copy.app.now()).expect("room");
        let mut unclear = whole(&[]);
        unclear.retain(|(name, _)| *name != "client");
        let page = lina.post_with_files("/reports", &unclear, &[("two.png", &large[..2 * 1024 * 1024])]).await;
        page.says("These files have to be chosen again:").says("two.png").says(TEXT).hides("name=\"held\"");
        assert_eq!(copy.text("SELECT CAST(COUNT(*) AS TEXT) FROM reports").await, "0", "nothing was stored meanwhile");
        copy.sql("UPDATE members SET language = 'ar' WHERE name = 'Lina'").await;
        let page = lina.post_with_files("/reports", &late, &[]).await;
        page.says("يلزم اختيار هذه الملفات من جديد").says("ما زال هنا").says("<bdi>chat.txt</bdi>");
        assert_eq!(lina.post_with_files("/reports", &whole(&[]), &[]).await.status, 303, "it goes without them, too");
    }
}
