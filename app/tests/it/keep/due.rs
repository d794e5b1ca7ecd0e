//! The yearly list of what is due: what is here and past its time, and nothing else.

use crate::harness::each;
use crate::next_client::prospect;

#[tokio::test(flavor = "multi_thread")]
async fn a_prospect_is_due_three_years_after_the_last_word() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        let own = prospect(&copy, &mut owner, "Sidra Hotels", &[("payment_days", "60")]).await;
        let today = copy.today().await;
        owner.get("/retention").await.hides("Sidra Hotels").says("No relationship that you take part in has ended");
        let before = copy.later(today.plus(3 * 365 - 1)).await;
        before.signs_in("Reem").await.get("/retention").await.hides("Sidra Hotels");
        let later = copy.later(today.plus(3 * 366 + 1)).await;
        let list = later.signs_in("Reem").await.get("/retention").await;
        list.says("Sidra Hotels").says("Prospects of whom nothing came").says(&format!("{own}/erasures"));
    }
}
