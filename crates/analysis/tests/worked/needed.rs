//! What claims need.

use crate::claims::{PUBLISHED, TODAY, claim, turnover};
use entente_analysis::{Partners, Subject, needs};
use entente_model::{Claim, ClaimKind, Modality};
use expect_test::{Expect, expect};

#[track_caller]
fn check(claim: &Claim, expect: &Expect) {
    let subject = Subject { claim, published: Some(PUBLISHED), voice: None };
    let lines = needs(&subject, TODAY).into_iter().map(|need| {
        let partners = match need.partners {
            Partners::One(partner) => partner.to_string(),
            Partners::All => "all".to_owned(),
        };
        let flows: Vec<_> = need.flows.iter().map(|flow| flow.as_str()).collect();
        format!("{} {partners} {} {} {}", need.reporter, flows.join(","), need.first, need.last)
    });
    expect.assert_eq(&lines.collect::<Vec<_>>().join("\n"));
}

#[test]
fn a_level_needs_both_reports_and_the_year_before() {
    check(
        &turnover("1.2", "2024-01/2024-04"),
        &expect![[r#"
        KAZ UZB X,M,TURNOVER 2023-01 2024-04
        UZB KAZ X,M,TURNOVER 2023-01 2024-04"#]],
    );
    check(
        &claim(ClaimKind::TradeBalance, "1", "1", "USD"),
        &expect![[r#"
        KAZ UZB X,M,TURNOVER,BALANCE 2022-01 2023-12
        UZB KAZ X,M,TURNOVER,BALANCE 2022-01 2023-12"#]],
    );
}

#[test]
fn a_share_needs_all_partners_of_the_members() {
    let mut share = claim(ClaimKind::TradeShare, "57", "1", "percent");
    share.of = Some("CENTRAL_ASIA".parse().unwrap());
    check(
        &share,
        &expect![[r#"
        KAZ all X,M,TURNOVER 2022-01 2023-12
        KGZ all X,M,TURNOVER 2022-01 2023-12
        TJK all X,M,TURNOVER 2022-01 2023-12
        TKM all X,M,TURNOVER 2022-01 2023-12
        UZB all X,M,TURNOVER 2022-01 2023-12"#]],
    );
    share.of = Some("KAZ:CENTRAL_ASIA".parse().unwrap());
    check(
        &share,
        &expect![[r#"
        KAZ all X,M,TURNOVER 2022-01 2023-12
        UZB all X,M,TURNOVER 2022-01 2023-12"#]],
    );
    check(&claim(ClaimKind::PartnerRank, "7", "1", "rank"), &expect!["KAZ all X,M,TURNOVER 2022-01 2023-12"]);
}

#[test]
fn a_target_needs_the_whole_series() {
    let target = Claim { modality: Modality::Target, ..turnover("10", "") };
    check(
        &target,
        &expect![[r#"
        KAZ UZB X,M,TURNOVER 1990-01 2026-11
        UZB KAZ X,M,TURNOVER 1990-01 2026-11"#]],
    );
    check(&claim(ClaimKind::ProjectCount, "69", "1", "count"), &expect![[""]]);
}
