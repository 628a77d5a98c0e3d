//! Parts of a larger trade.

use crate::claims::{TODAY, check, claim};
use crate::figures::REAL;
use crate::render::report;
use entente_model::{Claim, ClaimKind, Outcome, ShareSubject};
use expect_test::expect;

fn share(value: &str, of: &str, subject: Option<ShareSubject>) -> Claim {
    let claim = claim(ClaimKind::TradeShare, value, "1", "percent");
    Claim { of: Some(of.parse().unwrap()), subject, ..claim }
}

fn tried(claim: &Claim) -> String {
    let verdict = check(claim, &REAL, TODAY);
    let lines = verdict.tried.iter().map(|tried| {
        let computed = tried.computed.map(|value| value.to_string()).unwrap_or_default();
        let range = tried.range.map(|range| format!(" {range}")).unwrap_or_default();
        let plain = if tried.plain { "plain " } else { "" };
        format!("{plain}{} {computed}{range}{}", tried.definition, tried.missing.join(" "))
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn fifty_seven_percent_is_a_share_of_kazakhstans_trade_with_the_region() {
    let claim = share("57", "CENTRAL_ASIA", Some(ShareSubject::Combined));
    let verdict = check(&claim, &REAL, TODAY);
    expect![[r#"
        supported_otherwise pair_over_first_trade_with_region 56.647
        Not by its plain reading: Kazakhstan's and Uzbekistan's whole trade as a share of all trade of Central Asia for 2023 cannot be computed from the figures known on that day. It is reproduced otherwise: Kazakhstan's trade with Uzbekistan as a share of Kazakhstan's trade with Central Asia gives 56.6% for 2023.
        - It names no period; 2023, the latest year that was complete when it was said, is assumed.
        - Uzbekistan's trade with the world in 2023 is the sum of its 177 partners and of what is allocated to none; no total is published with them.
        - Trade inside Central Asia in 2023 lacks pairs that neither side reports: TJK-TKM.
    "#]].assert_eq(&report(&verdict));
    assert_eq!(verdict.chance.unwrap().to_string(), "0.0495");
    expect![[r#"
        plain first_and_second_total_over_region_total TJK.WLD.X+M.2023 TKM.WLD.X+M.2023
        pair_over_trade_inside_region 42.813 [41.328, 44.384]
        involving_over_trade_inside_region TJK-TKM.X+M.2023
        combined_over_members_trade_with_region TJK.KAZ.X+M.2023 TJK.KGZ.X+M.2023 TJK.TKM.X+M.2023 TJK.UZB.X+M.2023 TKM.KAZ.X+M.2023 TKM.KGZ.X+M.2023 TKM.TJK.X+M.2023 TKM.UZB.X+M.2023
        pair_over_first_trade_with_region 56.647
        pair_over_second_trade_with_region 61.357
        pair_over_first_total 3.166
        pair_over_second_total 7.061
        first_total_over_region_total TJK.WLD.X+M.2023 TKM.WLD.X+M.2023
        second_total_over_region_total TJK.WLD.X+M.2023 TKM.WLD.X+M.2023"#]].assert_eq(&tried(&claim));
}

#[test]
fn the_same_in_the_year_before() {
    let mut claim = share("57", "CENTRAL_ASIA", Some(ShareSubject::Combined));
    claim.period = Some("2022".parse().unwrap());
    expect![[r#"
        plain first_and_second_total_over_region_total TJK.WLD.X+M.2022 TKM.WLD.X+M.2022
        pair_over_trade_inside_region 45.814 [43.561, 48.168]
        involving_over_trade_inside_region TJK-TKM.X+M.2022
        combined_over_members_trade_with_region TJK.KAZ.X+M.2022 TJK.KGZ.X+M.2022 TJK.TKM.X+M.2022 TJK.UZB.X+M.2022 TKM.KAZ.X+M.2022 TKM.KGZ.X+M.2022 TKM.TJK.X+M.2022 TKM.UZB.X+M.2022
        pair_over_first_trade_with_region 61.583
        pair_over_second_trade_with_region 61.853
        pair_over_first_total 3.632
        pair_over_second_total 9.21
        first_total_over_region_total TJK.WLD.X+M.2022 TKM.WLD.X+M.2022
        second_total_over_region_total TJK.WLD.X+M.2022 TKM.WLD.X+M.2022"#]].assert_eq(&tried(&claim));
}

#[test]
fn sixty_one_is_uzbekistans_and_twenty_three_nobodys() {
    let verdict = |value| check(&share(value, "CENTRAL_ASIA", Some(ShareSubject::Combined)), &REAL, TODAY);
    let found = verdict("61");
    assert_eq!(found.outcome, Outcome::SupportedOtherwise);
    assert_eq!(found.definition.unwrap().as_str(), "pair_over_second_trade_with_region");
    assert_eq!(verdict("23").outcome, Outcome::NoData);
    let mutual = check(&share("43", "CENTRAL_ASIA", Some(ShareSubject::Mutual)), &REAL, TODAY);
    assert_eq!(mutual.outcome, Outcome::Supported);
}

#[test]
fn a_countrys_trade_is_the_whole() {
    let of = |value, of| report(&check(&share(value, of, None), &REAL, TODAY));
    expect![[r#"
        supported pair_over_first_trade_with_region 56.647
        Kazakhstan's trade with Uzbekistan as a share of Kazakhstan's trade with Central Asia gives 56.6% for 2023.
        - It names no period; 2023, the latest year that was complete when it was said, is assumed.
    "#]].assert_eq(&of("57", "KAZ:CENTRAL_ASIA"));
    expect![[r#"
        supported pair_over_first_total 3.166
        Kazakhstan's trade with Uzbekistan as a share of Kazakhstan's whole trade gives 3.2% for 2023.
        - It names no period; 2023, the latest year that was complete when it was said, is assumed.
    "#]]
    .assert_eq(&of("3", "KAZ"));
    expect![[r#"
        supported pair_over_second_total 7.061
        Uzbekistan's trade with Kazakhstan as a share of Uzbekistan's whole trade gives 7.1% for 2023.
        - It names no period; 2023, the latest year that was complete when it was said, is assumed.
        - Uzbekistan's trade with the world in 2023 is the sum of its 177 partners and of what is allocated to none; no total is published with them.
        - Uzbekistan's report counts goods and services; the claim is read as goods only.
    "#]].assert_eq(&of("7", "UZB"));
    expect![[r#"
        contradicted pair_over_first_total 3.166
        The reports give another number: Kazakhstan's trade with Uzbekistan as a share of Kazakhstan's whole trade gives 3.2% for 2023, which does not round to 12%.
        - It names no period; 2023, the latest year that was complete when it was said, is assumed.
    "#]].assert_eq(&of("12", "KAZ"));
    expect![[r#"
        supported pair_over_first_total 3.955
        Kazakhstan's trade with Uzbekistan as a share of Kazakhstan's whole trade gives 4% for 2023.
        - It names no period; 2023, the latest year that was complete when it was said, is assumed.
    "#]]
    .assert_eq(&of("4", "KAZ.exports"));
    expect![[r#"
        no_data - -
        It does not say what it is a part of, or that is not the trade of either country.
        - It names no period; 2023, the latest year that was complete when it was said, is assumed.
    "#]]
    .assert_eq(&of("57", "CHN"));
}

#[test]
fn a_country_that_is_no_member_has_no_share_of_the_region() {
    let claim = share("10", "EAEU", Some(ShareSubject::Mutual));
    expect![[r#"
        first_and_second_total_over_region_total ARM.WLD.X+M.2023 BLR.WLD.X+M.2023 RUS.WLD.X+M.2023
        plain pair_over_trade_inside_region KAZ-UZB.EAEU.2023
        involving_over_trade_inside_region KAZ-UZB.EAEU.2023
        combined_over_members_trade_with_region ARM.BLR.X+M.2023 ARM.KAZ.X+M.2023 ARM.KGZ.X+M.2023 ARM.RUS.X+M.2023 BLR.ARM.X+M.2023 BLR.KAZ.X+M.2023 BLR.KGZ.X+M.2023 BLR.RUS.X+M.2023 KGZ.ARM.X+M.2023 KGZ.BLR.X+M.2023 KGZ.RUS.X+M.2023 RUS.ARM.X+M.2023 RUS.BLR.X+M.2023 RUS.KAZ.X+M.2023 RUS.KGZ.X+M.2023
        pair_over_first_trade_with_region UZB is no member
        pair_over_second_trade_with_region 27.508
        pair_over_first_total 3.166
        pair_over_second_total 7.061
        first_total_over_region_total ARM.WLD.X+M.2023 BLR.WLD.X+M.2023 RUS.WLD.X+M.2023
        second_total_over_region_total ARM.WLD.X+M.2023 BLR.WLD.X+M.2023 RUS.WLD.X+M.2023"#]].assert_eq(&tried(&claim));
    expect![[r#"
        first_and_second_total_over_region_total WORLD.WLD.X+M.2023
        plain pair_over_trade_inside_region KAZ-UZB.WORLD.2023
        involving_over_trade_inside_region KAZ-UZB.WORLD.2023
        combined_over_members_trade_with_region KAZ.WLD.X+M.2023 UZB.WLD.X+M.2023
        pair_over_first_trade_with_region UZB is no member
        pair_over_second_trade_with_region KAZ is no member
        pair_over_first_total 3.166
        pair_over_second_total 7.061
        first_total_over_region_total WORLD.WLD.X+M.2023
        second_total_over_region_total WORLD.WLD.X+M.2023"#]]
    .assert_eq(&tried(&share("1", "WORLD", Some(ShareSubject::Mutual))));
}
