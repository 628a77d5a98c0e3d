//! Pages written for the purpose: honest, sloppy and hostile ones.

use super::{Article, looks_like_html, read};
use expect_test::{Expect, expect};
use proptest::prelude::*;
use std::fmt::Write as _;
use std::time::{Duration, Instant};
use url::Url;

/// The longest that reading a hostile page of a few megabytes may take, in a build without optimisation.
const PATIENCE: Duration = Duration::from_secs(10);

const BODY: &str = "<article><h1>Two countries agree on a crossing</h1>\
    <p>Trade between the two countries reached $4.5&nbsp;billion last year, the ministry said on Friday, and the \
    ministers expect it to go on growing as new crossings open along the border.</p>\
    <p>The ministers set a target of $10 billion and agreed to build a second crossing,<br>which is to open next \
    year &mdash; earlier than planned &#8212; and to serve lorries and buses at all hours.</p></article>";

fn page(head: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=\"en-GB\"><head>{head}</head><body><nav><ul><li><a href=/>Home</a></li>\
         <li><a href=/news>News</a></li></ul></nav>{BODY}<footer><p>All rights reserved</p></footer></body></html>"
    )
}

fn facts(article: &Article) -> String {
    let facts = &article.facts;
    let mut lines = String::new();
    let published = facts.published.map(|date| date.to_string());
    let dated = facts.dated.map(|date| date.to_string());
    for (name, value) in [
        ("title", &facts.title),
        ("published", &published),
        ("dated", &dated),
        ("byline", &facts.byline),
        ("lang", &facts.lang),
        ("canonical", &facts.canonical),
        ("outlet", &facts.outlet),
    ] {
        if let Some(value) = value {
            writeln!(lines, "{name}: {value}").unwrap();
        }
    }
    lines
}

#[track_caller]
fn check_facts(head: &str, expect: Expect) {
    let url: Url = "https://news.example.org/amp/2024/crossing?from=feed".parse().unwrap();
    expect.assert_eq(&facts(&read(&page(head), Some(&url))));
}

#[test]
fn the_text_is_the_title_and_the_main_text() {
    let head = "<title>Two countries agree on a crossing | The Herald</title><meta property=og:site_name \
                content='The Herald'><script>document.write('<p>never</p>')</script><style>p{}</style>";
    expect![[r#"
        Two countries agree on a crossing

        Trade between the two countries reached $4.5 billion last year, the ministry said on Friday, and the ministers expect it to go on growing as new crossings open along the border.

        The ministers set a target of $10 billion and agreed to build a second crossing,
        which is to open next year — earlier than planned — and to serve lorries and buses at all hours."#]].assert_eq(&read(&page(head), None).text);
}

#[test]
fn a_short_page_keeps_its_paragraphs() {
    let html = "<html><head><title>Trade grows</title></head><body><div><h1>Trade grows</h1>Trade reached $4.5 billion.\
                <br><br>The target is $10 billion.</div></body></html>";
    assert_eq!(
        read(html, None).text,
        "Trade grows\n\nTrade reached $4.5 billion.\n\nThe target is $10 billion."
    );
}

#[test]
fn json_ld_comes_first() {
    check_facts(
        r#"<title>Crossing - Herald</title><meta property="article:published_time" content="2024-07-13T01:00:00Z">
        <meta name="author" content="Desk"><link rel="canonical" href="/2024/crossing#top">
        <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
        {"@type":"WebPage","name":"A page","datePublished":"2024-07-01"},
        {"@type":["NewsArticle"],"headline":"Two countries agree
        on a crossing","datePublished":"2024-07-12T23:30:00+05:00","dateModified":"2024-07-15",
        "author":[{"@type":"Person","name":"Aigerim Sample"},{"@type":"Person","name":"John Example"}],
        "publisher":{"@type":"Organization","name":"The Herald"},
        "mainEntityOfPage":{"@id":"https://news.example.org/other"}}]}</script>"#,
        expect![[r#"
            title: Two countries agree on a crossing
            published: 2024-07-12
            byline: Aigerim Sample, John Example
            lang: en-GB
            canonical: https://news.example.org/2024/crossing
            outlet: The Herald
        "#]],
    );
}

#[test]
fn opengraph_and_meta_come_next() {
    check_facts(
        r#"<meta property="og:title" content="Two countries agree &amp; sign &mdash; The Herald">
        <meta property="og:site_name" content="The Herald"><meta property="og:url" content="https://news.example.org/a">
        <meta name="Author" content="By Aigerim Sample"><meta itemprop="datePublished" content="12 July 2024">
        <script type="application/ld+json">{"@type":"NewsArticle", broken</script>"#,
        expect![[r#"
            title: Two countries agree & sign
            published: 2024-07-12
            byline: Aigerim Sample
            lang: en-GB
            canonical: https://news.example.org/a
            outlet: The Herald
        "#]],
    );
}

#[test]
fn a_page_that_says_nothing_has_its_heading() {
    check_facts(
        "",
        expect![[r#"
        title: Two countries agree on a crossing
        lang: en-GB
    "#]],
    );
}

#[test]
fn a_canonical_address_that_is_the_home_page_is_a_mistake() {
    check_facts(
        r#"<link rel=canonical href="https://news.example.org/">"#,
        expect![[r#"
        title: Two countries agree on a crossing
        lang: en-GB
    "#]],
    );
}

#[test]
fn a_wrong_date_is_worse_than_none() {
    let published = |body: &str| {
        let html = format!("<!doctype html><html lang=ru><body>{body}</body></html>");
        read(&html, None).facts.published.map(|date| date.to_string())
    };
    assert_eq!(published("<time datetime=2024-07-12>12 July</time>").as_deref(), Some("2024-07-12"));
    let two = "<time datetime=2024-07-12></time><article>A</article><time datetime=2024-07-11></time>";
    assert_eq!(published(two), None);
    let own = "<time datetime=2024-07-10></time><article><time datetime=2024-07-12></time></article>";
    assert_eq!(published(own).as_deref(), Some("2024-07-12"));
    let marked = "<time datetime=2024-07-10></time><time itemprop=datePublished datetime=2024-07-12></time>";
    assert_eq!(published(marked).as_deref(), Some("2024-07-12"));
    assert_eq!(published("<meta name=date content='12.07.2024'>").as_deref(), Some("2024-07-12"));
    assert_eq!(published("<meta name=date content='07/12/2024'>"), None);
    assert_eq!(published("<meta property=article:modified_time content='2024-07-12'>"), None);
    assert_eq!(published("<meta property=article:published_time content='1970-01-01T00:00:00Z'>"), None);
}

#[test]
fn a_date_for_the_reader_counts_where_it_is_the_only_one() {
    let dated = |body: &str| {
        let html = format!("<!doctype html><html lang=ru><body>{body}</body></html>");
        read(&html, None).facts.dated.map(|date| date.to_string())
    };
    let own = "<span class='news-date'>12 июля 2024, <b>10:15</b></span>";
    assert_eq!(dated(own).as_deref(), Some("2024-07-12"));
    assert_eq!(dated(&format!("{own}<i class=date>11.07.2024</i>")), None);
    assert_eq!(dated("<p class=updated-date>12 июля 2024</p><p class=text>12 июля 2024</p>"), None);
    assert_eq!(dated("<p class=date>Заседание 12 июля 2024</p>"), None);
}

#[test]
fn html_is_told_by_its_content() {
    for html in [
        "<!DOCTYPE html>",
        "<!doctype HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\"><p>",
        "\n <!-- a comment --><html>",
        "<?xml version=\"1.0\"?><!DOCTYPE html>",
        "<HEAD><TITLE>a</TITLE>",
        "<div><p>Trade grew.</p></div>",
    ] {
        assert!(looks_like_html(html, None), "{html}");
    }
    for text in [
        "Trade grew.",
        "A <b>bold</b> word and <html>",
        "<quote> said the minister",
        "<3 trade",
        "<?xml version=\"1.0\"?><!DOCTYPE rss><rss></rss>",
        "",
    ] {
        assert!(!looks_like_html(text, None), "{text}");
    }
    assert!(!looks_like_html("<html>", Some("text/plain; charset=utf-8")));
    assert!(looks_like_html("Bare text <p>and more</p>", Some("Text/HTML")));
}

#[test]
fn unclosed_and_crossed_tags_are_read() {
    let html = "<html><body><p>Trade reached <b>$4.5 billion<i> last</b> year</i><p>The target is $10 billion<div>by \
                2030 < they said & agreed";
    let text = read(html, None).text;
    for part in ["$4.5 billion", "$10 billion", "2030"] {
        assert!(text.contains(part), "{text}");
    }
}

/// Reads a hostile page and checks that it is read in time and that what it says is still found.
#[track_caller]
fn check_hostile(html: &str) {
    let start = Instant::now();
    let article = read(html, None);
    let took = start.elapsed();
    assert!(took < PATIENCE, "{took:?} for {} bytes", html.len());
    assert!(
        article.text.contains("$4.5 billion"),
        "{:?}",
        article.text.chars().take(300).collect::<String>()
    );
}

#[test]
fn deep_nesting_does_not_overflow() {
    for tag in ["div", "b", "table", "ul", "blockquote", "svg", "a", "font", "span"] {
        let open = format!("<{tag}>").repeat(100_000);
        check_hostile(&format!("<html><body><p>Trade reached $4.5 billion.</p>{open}deep"));
        let close = format!("</{tag}>").repeat(100_000);
        check_hostile(&format!("<html><body>{open}deep{close}<p>Trade reached $4.5 billion.</p>"));
    }
}

#[test]
fn what_makes_tree_builders_slow_is_read_in_time() {
    let fact = "<p>Trade reached $4.5 billion.</p>";
    let fonts: String = (0..20_000).fold(String::new(), |mut all, at| {
        write!(all, "<font a{at}=x>").unwrap();
        all
    });
    check_hostile(&format!("<html><body>{fact}{fonts}{}", "<p>a</p>".repeat(20_000)));
    let attributes: String = (0..100_000).fold(String::new(), |mut all, at| {
        write!(all, " a{at}=\"{at}\"").unwrap();
        all
    });
    check_hostile(&format!("<html><body>{fact}<p{attributes}>more</p>"));
    check_hostile(&format!("<html><body>{fact}<p title=\"{}\">more</p>", "x".repeat(4_000_000)));
}

#[test]
fn what_is_never_closed_is_looked_for_once() {
    let fact = "<html><body><p>Trade reached $4.5 billion.</p>";
    for part in [
        "<!--",
        "<a href=\"",
        "<a href='x",
        "<a ",
        "</",
        "<",
        "<!",
        "<?",
        "</p",
        "<script>",
        "<title>",
        "&",
        "&#",
    ] {
        check_hostile(&format!("{fact}{}", part.repeat(200_000)));
    }
}

#[test]
fn a_large_honest_page_is_read_in_time() {
    let rows =
        "<p>Trade between the two countries reached $4.5 billion last year, and it is still growing.</p>";
    check_hostile(&format!(
        "<!doctype html><html><body><article>{}</article></body></html>",
        rows.repeat(5_000)
    ));
}

proptest! {
    #[test]
    fn any_markup_is_read_without_panic(html in "(<[/!?]?[a-z]{0,6}( [a-z]{1,4}=?[\"']?[a-z&;#0-9]{0,5}[\"']?)?/?>?|[ a-zа-я&;#]{0,6}|<!--|-->){0,40}") {
        let _ = read(&html, None);
        let _ = looks_like_html(&html, None);
    }
}
