//! Feeds made for the purpose, well-formed and not.

use super::{FeedKind, MAX_ITEMS, kind_of, read};
use crate::page::{Given, read_item};
use expect_test::{Expect, expect};
use proptest::prelude::*;
use std::fmt::Write as _;
use url::Url;

const RSS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Herald &amp; Post</title><link>https://news.example.org/</link><language>en-gb</language>
<image><title>Logo</title><link>https://news.example.org/</link></image>
<item><title>Trade &amp;amp; transit grow</title><link>/2024/trade?a=1&b=2#top</link>
<pubDate>Sat, 13 Jul 2024 00:30:00 +0500</pubDate><dc:creator>Aigerim Sample</dc:creator>
<description>Short.</description>
<content:encoded><![CDATA[<p>Trade reached $4.5&nbsp;billion.</p><p>The target is $10 billion.</p>]]></content:encoded></item>
<item><title>A summary</title><guid isPermaLink="true">https://news.example.org/2</guid>
<pubDate>yesterday</pubDate><author>desk@example.org (The Desk)</author>
<description>Trade grew &lt;b&gt;fast&lt;/b&gt;.</description></item>
<item><title>Only a title</title><guid isPermaLink="false">abc-3</guid></item>
</channel></rss>"#;

#[track_caller]
fn check(feed: &str, expect: Expect) {
    let kind = kind_of(feed).unwrap();
    let url: Url = "https://news.example.org/feed".parse().unwrap();
    let feed = read("feed", feed, kind, Some(&url)).unwrap();
    let mut shown = String::new();
    for item in &feed.items {
        let page = read_item(item, &Given::default());
        let published = page.published.map(|day| day.to_string()).unwrap_or_default();
        let _ = writeln!(
            shown,
            "[{published} {}] {} {} {} {}",
            page.published_basis,
            page.lang.as_deref().unwrap_or("-"),
            page.byline.as_deref().unwrap_or("-"),
            page.canonical.as_deref().unwrap_or("-"),
            page.outlet.as_deref().unwrap_or("-")
        );
        page.notes.iter().for_each(|note| writeln!(shown, "({note})").unwrap());
        let _ = writeln!(shown, "{}\n", page.text);
        // The bytes of an item are a feed with that item alone.
        let again = read("item", &item.bytes, kind_of(&item.bytes).unwrap(), Some(&url)).unwrap();
        assert_eq!(again.items.len(), 1);
        assert_eq!(read_item(&again.items[0], &Given::default()).text, page.text);
        assert_eq!(again.items[0].bytes, item.bytes);
        assert_eq!(again.items[0].lang, item.lang);
    }
    expect.assert_eq(&shown);
}

#[test]
fn rss_2() {
    check(
        RSS,
        expect![[r#"
        [2024-07-13 markup] en-gb Aigerim Sample https://news.example.org/2024/trade?a=1&b=2 The Herald & Post
        Trade & transit grow

        Trade reached $4.5 billion.

        The target is $10 billion.

        [ unknown] en-gb The Desk https://news.example.org/2 The Herald & Post
        (its date, "yesterday", is no date that can be read; give one with --published)
        (the feed gives only a summary; --follow reads the page it is of)
        A summary

        Trade grew fast.

        [ unknown] en-gb - - The Herald & Post
        (the feed gives only a title; --follow reads the page it is of)
        Only a title

    "#]],
    );
}

#[test]
fn rss_1() {
    check(
        r#"<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
        <channel rdf:about="https://news.example.org/"><title>Herald</title><items><rdf:Seq/></items></channel>
        <item rdf:about="https://news.example.org/1"><title>Trade grows</title><link>https://news.example.org/1</link>
        <dc:date>2024-07-12T23:30:00+05:00</dc:date><description>Trade reached $4.5 billion.</description></item></rdf:RDF>"#,
        expect![[r#"
            [2024-07-12 markup] - - https://news.example.org/1 Herald
            (the feed gives only a summary; --follow reads the page it is of)
            Trade grows

            Trade reached $4.5 billion.

        "#]],
    );
}

#[test]
fn atom() {
    check(
        r#"<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ru"><title>Вестник</title>
        <entry><title type="html">Торговля &lt;b&gt;растёт&lt;/b&gt;</title><link rel="self" href="/self"/>
        <link href="/1"/><id>urn:1</id><published>2024-07-12T10:00:00Z</published><updated>2024-07-15T10:00:00Z</updated>
        <author><name>Имя Фамилия</name><email>a@example.org</email></author>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Товарооборот — 4,5 млрд долларов.</p></div></content></entry>
        <entry xml:lang="en"><title>Changed</title><link href="/2"/><updated>2024-07-15T10:00:00Z</updated>
        <summary>Trade grew
        fast.</summary></entry></feed>"#,
        expect![[r#"
            [2024-07-12 markup] ru Имя Фамилия https://news.example.org/1 Вестник
            Торговля растёт

            Товарооборот — 4,5 млрд долларов.

            [ unknown] en - https://news.example.org/2 Вестник
            (the feed says when it was changed and not when it was published; it is filed without a date)
            (the feed gives only a summary; --follow reads the page it is of)
            Changed

            Trade grew
                    fast.

        "#]],
    );
}

#[test]
fn json_feed() {
    check(
        r#"{"version":"https://jsonfeed.org/version/1.1","title":"Herald","language":"en","items":[
        {"id":"1","url":"https://news.example.org/1","title":"Trade < transit","content_html":"<p>Trade reached $4.5 billion.</p>",
         "date_published":"2024-07-12T10:00:00+05:00","authors":[{"name":"A. Sample"},{"name":"B. Example"}]},
        {"id":"2","url":"ftp://example.org/2","content_text":"Plain & simple.\n\nTwo paragraphs."}]}"#,
        expect![[r#"
            [2024-07-12 markup] en A. Sample, B. Example https://news.example.org/1 Herald
            Trade < transit

            Trade reached $4.5 billion.

            [ unknown] en - - Herald
            Plain & simple.

            Two paragraphs.

        "#]],
    );
}

#[test]
fn what_is_no_feed_is_none() {
    for text in [
        "",
        "<html><body>rss</body></html>",
        "<!DOCTYPE html><rss>",
        "<svg/>",
        "{\"items\":[]}",
        "Trade grew.",
        "<rss",
    ] {
        assert_eq!(kind_of(text), None, "{text}");
    }
    assert_eq!(kind_of("\n<?xml version='1.0'?><!-- a --><rss version='2.0'>"), Some(FeedKind::Xml));
    let error = read("a.json", "{\"version\":\"https://jsonfeed.org/version/1\",", FeedKind::Json, None);
    assert!(error.unwrap_err().to_string().starts_with("\"a.json\" is a broken feed (EOF"));
}

#[test]
fn a_feed_that_is_cut_gives_the_items_that_are_whole() {
    let cut = &RSS[..RSS.find("<item><title>Only").unwrap() + 10];
    assert_eq!(read("a", cut, FeedKind::Xml, None).unwrap().items.len(), 2);
}

#[test]
fn items_beyond_the_bound_are_counted() {
    let feed =
        format!("<rss><channel>{}</channel></rss>", "<item><title>a</title></item>".repeat(MAX_ITEMS + 5));
    let feed = read("a", &feed, FeedKind::Xml, None).unwrap();
    assert_eq!((feed.items.len(), feed.left_out), (MAX_ITEMS, 5));
}

#[test]
fn deep_and_endless_feeds_end() {
    for text in [
        "<rss><channel>".repeat(50_000),
        format!("<rss><item>{}", "<a>".repeat(200_000)),
        "<rss>&".repeat(50_000),
    ] {
        assert_eq!(read("a", &text, FeedKind::Xml, None).unwrap().items.len(), 0);
    }
}

proptest! {
    #[test]
    fn reading_never_panics(text in "(<(/)?(rss|item|title|link|content|a)( href=\"x\"| type='xhtml')?>|&amp;|&|x|<!\\[CDATA\\[|\\]\\]>){0,60}") {
        let _ = read("a", &text, FeedKind::Xml, None);
    }
}
