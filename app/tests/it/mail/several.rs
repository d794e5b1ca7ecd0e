//! The notice of a further contract by mail: ordered from its own letter, and written down with its contract.

use super::{TO, ready};
use crate::cases::decision::{Heard, id};
use crate::harness::until;
use crate::portal::{NOTICE, loaded, must};
use crate::reviews::act_by;
use domain::case::Act;
use domain::case::parting::Act as Part;
use domain::case::parting::further::Act as Further;
use domain::separation::tone::{Context, Language};

/// Sixty days from Sunday 22 November 2026.
fn of_second() -> String {
    let said = NOTICE.replace("C-17", "C-18").replace("Tuesday 22 December 2026 (13 Rajab 1448)", "21 January 2027");
    said.replace("22 December 2026", "21 January 2027")
}

#[tokio::test]
async fn the_notice_of_a_further_contract_goes_out_by_mail_and_is_recorded_with_its_contract() {
    for mut ready in ready().await {
        let Heard { copy, owner, sara, key, case, .. } = &mut ready.heard;
        let reem = id(copy, "Reem").await;
        let contracts = ["C-17", "C-18"].map(str::to_owned).to_vec();
        act_by(copy, key, &reem, Act::LocateContracts { contracts }).await;
        let input = r#"{"sent_at":"2026-11-20T10:00","from":"SA","to":"SA","method":"email",
            "deemed":{"rule":"next_business_day"},"length":60,"unit":"day","pack_holidays":true}"#;
        let contract = || "C-18".to_owned();
        let (language, context) = (Language::English, Context::default());
        for act in [
            Further::ComputeFurther { contract: contract(), input: input.to_owned(), own: vec![] },
            Further::DraftFurther { contract: contract(), language, text: of_second(), context },
        ] {
            act_by(copy, key, &reem, Act::Parting(Part::Further(act))).await;
        }
        must(sara, case, "further-approval", &[("contract", "C-18")]).await;
        let mail = format!("{case}/part/letters/2/mail");
        owner.get(&format!("{case}/further-dispatch?contract=C-18")).await.says(&mail);
        must(owner, case, "part/letters/2/mail", &TO).await;
        let is_out = async || {
            let parting = loaded(copy, key).await.parting;
            parting.further("C-18").is_some_and(|own| own.dispatch.is_some())
        };
        until(is_out).await;
        let parting = loaded(copy, key).await.parting;
        let sent = parting.further("C-18").and_then(|own| own.dispatch.clone()).expect("it went out");
        assert!(sent.tracking.is_some_and(|message| message.starts_with('<')) && sent.letter == 2);
        assert_eq!((parting.orders.len(), parting.dispatches.len()), (0, 0), "the first waits still");
        owner.get(&format!("{case}/part")).await.says("Its notice went out").says("part/bounce");
        assert_eq!(ready.smtp.got().len(), 1);
    }
}
