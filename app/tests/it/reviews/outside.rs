//! Who is outside a case, how members come in, and how a page learns that something happened.

use super::{Firm, load};
use crate::harness::each;
use domain::case::Track;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

#[tokio::test]
async fn outside_the_case_there_is_no_review() {
    for copy in each().await {
        let mut firm = Firm::of(copy, Track::Light).await;
        let fahd = firm.copy.joins(firm.people.get_mut("Reem").expect("the owner"), "Fahd", "finance").await;
        firm.people.insert("Fahd", fahd);
        firm.seat_all().await;
        for path in ["", "/answer", "/roster", "/invitation", "/worth", "/options", "/scenario", "/changes"] {
            assert_eq!(firm.get("Fahd", path).await.status, 404, "{path}");
        }
        for path in ["/opinion", "/good-thing", "/own-part", "/reveal", "/complaints", "/options"] {
            assert_eq!(firm.post("Fahd", path, &[("step", "mind")]).await.status, 404, "{path}");
        }
        let mut guest = firm.copy.browser();
        let path = format!("{}/answer", firm.base);
        let page = guest.get(&path).await;
        assert_eq!(page.header("location"), Some(format!("/sign-in?to={path}").as_str()), "and then to the question");
        let page = firm.get("Reem", "/invitation").await;
        page.says(&path).says("<svg class=\"qr\"").says("Nobody reads your answer").says("Sara");
    }
}

#[tokio::test]
async fn whoever_looks_is_told_that_something_happened() {
    for copy in each().await {
        let mut firm = Firm::of(copy, Track::Light).await;
        firm.seat_all().await;
        let head = load(&firm).await.case.seq;
        let mut told = stream(&firm, "Reem", head).await;
        firm.opinion("Sara", "end").await;
        let mut text = String::new();
        let reading = async {
            let mut part = [0; 1024];
            while !text.contains(&format!("data: {}", head + 1)) {
                let read = told.read(&mut part).await.expect("a stream");
                assert!(read > 0, "it ended: {text}");
                text.push_str(&String::from_utf8_lossy(&part[..read]));
            }
        };
        tokio::time::timeout(Duration::from_secs(10), reading).await.expect("told within seconds");
        assert!(text.contains("text/event-stream") && !text.contains("Sara") && !text.contains("end\""));
    }
}

/// Opens the stream of changes, having seen an entry.
async fn stream(firm: &Firm, who: &str, seen: u32) -> tokio::net::TcpStream {
    let url = firm.copy.url("");
    let address = url.trim_start_matches("http://");
    let cookies: Vec<String> = firm.people[who].cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let mut stream = tokio::net::TcpStream::connect(address).await.expect("the copy answers");
    let path = format!("{}/changes?seen={seen}", firm.base);
    let head = format!("GET {path} HTTP/1.1\r\nhost: {address}\r\ncookie: {}\r\n\r\n", cookies.join("; "));
    stream.write_all(head.as_bytes()).await.expect("sending");
    stream
}
