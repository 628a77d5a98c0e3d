//! Events told in several ways, by invented people, of countries of all kinds.

use crate::shown::{codes, read};
use entente_model::Event;
use expect_test::{Expect, expect};

#[track_caller]
fn check(text: &str, expect: &Expect) {
    let shown: String = read(text).events.iter().map(show).collect();
    expect.assert_eq(&shown);
}

fn show(event: &Event) -> String {
    let mut line = event.kind.to_string();
    if let Some(ordinal) = event.ordinal {
        line += &format!(" #{ordinal}");
    }
    line += &format!(", {}", event.status);
    if let Some(date) = event.date {
        line += &format!(", {date}");
    }
    if let Some(until) = event.until {
        line += &format!("/{until}");
    }
    if let Some(place) = &event.place {
        line += &format!(", in {place}");
    }
    line += &format!(", {}: {}\n", codes(&event.parties), event.name);
    for person in &event.people {
        let (office, role) = (person.office.as_deref().unwrap_or("-"), person.role.as_deref().unwrap_or("-"));
        let country = person.country.map_or("-", |country| country.alpha3());
        line += &format!("  {role} {}, {office}, {country}\n", person.name);
    }
    if !event.agenda.is_empty() {
        line += &format!("  on {}\n", event.agenda.join("; "));
    }
    line
}

/// Returns the agenda of the one session that some words are about.
fn agenda(words: &str) -> String {
    let session = "The 4th session of the Kenya-Ghana Joint Commission was held in Accra on Monday.";
    let events = read(&format!("{session} {words}")).events;
    events.iter().map(|event| event.agenda.join("; ")).collect::<Vec<_>>().join(" | ")
}

#[test]
fn what_was_agreed_before_is_no_point_of_an_agenda() {
    for behind in
        ["two heads of state had agreed", "ministers of trade had agreed on", "heads of state agreed in May"]
    {
        let words = format!("The parties discussed what the {behind}, fisheries, mining, and tourism.");
        assert_eq!(agenda(&words), "fisheries; mining; tourism", "{words}");
    }
}

#[test]
fn a_list_that_goes_from_one_sector_to_another() {
    let told = "The parties reviewed progress on what the heads of state had agreed, from fisheries, mining, water and energy to transport, industry, and tourism.";
    assert_eq!(agenda(told), "fisheries; mining; water; energy; transport; industry; tourism");
    let told = "The parties reviewed progress on what the ministers had agreed, from seeds, loans for farmers, mining to fisheries, and tourism.";
    assert_eq!(agenda(told), "seeds; loans for farmers; mining; fisheries; tourism");
    // A "to" in a list that does not begin with "from" belongs to its sector.
    let told = "The parties discussed fisheries, access to markets, mining, and tourism.";
    assert_eq!(agenda(told), "fisheries; access to markets; mining; tourism");
}

#[test]
fn sessions_of_commissions() {
    check(
        "On June 12, the 9th session of the Chilean-Peruvian Intergovernmental Commission on Border Matters was held in Arica, co-chaired by the Prime Ministers of Chile and Peru, Diego Rojas and Luisa Vargas. The prime ministers discussed joint projects in trade, the economy, water and energy sectors, fisheries, and tourism.",
        &expect![[r#"
            commission_session #9, held, 2023-06-12, in Arica, CHL-PER: Chilean-Peruvian Intergovernmental Commission on Border Matters
              co-chair Diego Rojas, Prime Minister, CHL
              co-chair Luisa Vargas, Prime Minister, PER
              on trade; economy; water; energy; fisheries; tourism
        "#]],
    );
    check(
        "Chaired by the Foreign Ministers of Kenya and Ghana Paul Otieno and Ama Owusu, the XII meeting of the Joint Commission took place in Accra on Monday.",
        &expect![[r#"
            commission_session #12, held, 2023-06-12, in Accra, GHA-KEN: Joint Commission
              co-chair Paul Otieno, Foreign Minister, KEN
              co-chair Ama Owusu, Foreign Minister, GHA
        "#]],
    );
    check(
        "Nairobi hosted the third session of the Kenya-Ghana Joint Permanent Commission. The Ghanaian delegation at Tuesday's session was led by Foreign Minister Ama Owusu.",
        &expect![[r#"
            commission_session #3, held, 2023-06-13, in Nairobi, GHA-KEN: Kenya-Ghana Joint Permanent Commission
              chair Ama Owusu, Foreign Minister, GHA
        "#]],
    );
    check(
        "The Laos-Vietnam Cooperation Committee held its 20th meeting in Vientiane on 8 June 2023. The next meeting of the committee is planned in Hanoi.",
        &expect![[r#"
            commission_session #20, held, 2023-06-08, in Vientiane, LAO-VNM: Laos-Vietnam Cooperation Committee
            commission_session, planned, in Hanoi, LAO-VNM: committee
        "#]],
    );
}

#[test]
fn visits() {
    check(
        "The parties met ahead of the upcoming visit of Ghana's President Kofi Mensah to Kenya.",
        &expect![[r#"
            visit, planned, in Kenya, GHA-KEN: visit of Ghana's President Kofi Mensah to Kenya
              visitor Kofi Mensah, President, GHA
        "#]],
    );
    check(
        "Hungarian Foreign Minister Bela Toth paid an official visit to Tashkent on June 12. He met with President Rustam Qodirov.",
        &expect![[r#"
            visit, held, 2023-06-12, in Tashkent, HUN-UZB: official visit to Tashkent
              visitor Bela Toth, Foreign Minister, HUN
              participant Rustam Qodirov, President, -
        "#]],
    );
    check(
        "Polish President Marek Zielinski will travel to Kyiv on Friday for talks with his Ukrainian counterpart Oleh Bondar, his office said Wednesday.",
        &expect![[r#"
            visit, planned, 2023-06-16, in Kyiv, POL-UKR: Polish President Marek Zielinski will travel to Kyiv
              visitor Marek Zielinski, President, POL
              participant Oleh Bondar, President, UKR
        "#]],
    );
    check(
        "They spoke of the visit of the Prime Minister of Ghana to Kenya. They spoke of the next visit of a delegation to Kenya.",
        &expect![[r#"
            visit, held, in Kenya, GHA-KEN: visit of the Prime Minister of Ghana to Kenya
        "#]],
    );
}

#[test]
fn meetings() {
    check(
        "Indian Prime Minister Arun Rao spoke by phone with Egyptian President Karim Nassar on Tuesday.",
        &expect![[r#"
            meeting, held, 2023-06-13, EGY-IND: Indian Prime Minister Arun Rao spoke by phone with Egyptian President Karim Nassar
              participant Arun Rao, Prime Minister, IND
              participant Karim Nassar, President, EGY
        "#]],
    );
    check(
        "The foreign ministers of Poland and Lithuania, Jan Nowicki and Jonas Petrauskas, met in Vilnius on Monday. It was noted at the meeting that trade grows.",
        &expect![[r#"
            meeting, held, 2023-06-12, in Vilnius, LTU-POL: Jan Nowicki and Jonas Petrauskas, met
              participant Jan Nowicki, Foreign Minister, POL
              participant Jonas Petrauskas, Foreign Minister, LTU
        "#]],
    );
    check(
        "Mongolia's Minister of Foreign Affairs Dorj Erdene received Ambassador of Japan to Mongolia Kenji Sato on June 5, 2023.",
        &expect![[r#"
            meeting, held, 2023-06-05, JPN-MNG: Mongolia's Minister of Foreign Affairs Dorj Erdene received Ambassador of Japan to Mongolia Kenji Sato
              participant Dorj Erdene, Minister of Foreign Affairs, MNG
              participant Kenji Sato, Ambassador of Japan to Mongolia, JPN
        "#]],
    );
    check("One hopes for talks. The meeting was good.", &expect![[r""]]);
}

#[test]
fn forums_summits_and_signings() {
    check(
        "The Turkish-Azerbaijani Business Forum took place in Baku today. At the forum Turkish Trade Minister Cem Aydin spoke.",
        &expect![[r#"
            forum, held, 2023-06-14, in Baku, AZE-TUR: Turkish-Azerbaijani Business Forum
              participant Cem Aydin, Trade Minister, TUR
        "#]],
    );
    check(
        "Indian Prime Minister Arun Rao arrived in Moscow on Monday for the 22nd India-Russia Annual Summit. Rao and Russian President Ivan Petrov held talks.",
        &expect![[r#"
            summit #22, held, 2023-06-12, in Moscow, IND-RUS: 22nd India-Russia Annual Summit
              participant Arun Rao, Prime Minister, IND
              participant Ivan Petrov, President, RUS
        "#]],
    );
    check(
        "The IV Andean Investment Forum was held on May 2-3 in Lima. The signing of the treaty is expected soon.",
        &expect![[r#"
            forum #4, held, 2023-05-02/2023-05-03, in Lima, PER: IV Andean Investment Forum
            signing, planned, PER: signing of the treaty
        "#]],
    );
    check(
        "Kisumu hosted the 4th Kenya-Uganda Trade Forum on May 2.",
        &expect![[r#"
        forum #4, held, 2023-05-02, in Kisumu, KEN-UGA: 4th Kenya-Uganda Trade Forum
    "#]],
    );
}
