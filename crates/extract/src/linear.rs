//! Reading takes time in proportion to the length of a text, whatever stands in it: ten times the text is read in far
//! less than the hundredfold time that anything quadratic would take.

use crate::{Context, extract};
use entente_model::Lang;
use std::time::{Duration, Instant};

/// How many times longer the second text is.
const TIMES: usize = 10;
/// How many times longer it may take: linear is 10, quadratic 100; the rest is for a machine that does other things.
const BOUND: u32 = 45;
/// In so many rounds it has to.
const ROUNDS: usize = 6;
/// What takes less than this is too short to measure.
const LEAST: Duration = Duration::from_millis(2);

fn time(text: &str, context: &Context) -> Duration {
    let start = Instant::now();
    let _ = extract(text, context);
    start.elapsed()
}

/// Reads a text of `length` pieces and one of ten times as many, in every language.
#[track_caller]
fn check(what: &str, length: usize, piece: impl Fn(usize) -> String) {
    let made = |count: usize| (0..count).map(&piece).collect::<String>();
    let (short, long) = (made(length), made(length * TIMES));
    for lang in [Lang::En, Lang::Ru, Lang::Kk, Lang::Uz] {
        let published = jiff::civil::date(2024, 7, 13);
        let context = Context { lang: Some(lang), published: Some(published), ..Context::default() };
        // The quickest of a few rounds counts: other programs run beside the tests.
        let (mut few, mut many) = (Duration::MAX, Duration::MAX);
        for _ in 0..ROUNDS {
            few = few.min(time(&short, &context).max(LEAST));
            many = many.min(time(&long, &context));
            if many <= few * BOUND {
                break;
            }
        }
        assert!(many <= few * BOUND, "{what} in {lang}: {few:?} for {length}, {many:?} for ten times that");
    }
}

#[test]
fn digits_brackets_and_separators() {
    check("digits", 100_000, |_| "7".to_owned());
    check("groups of digits", 1_000, |_| "000 ".to_owned());
    check("digits and commas", 10_000, |_| "1,".to_owned());
    check("digits and hyphens", 2_000, |_| "2-".to_owned());
    check("brackets", 10_000, |_| "(".to_owned());
    check("closing brackets", 10_000, |_| "]".to_owned());
    check("quotation marks", 10_000, |_| "\"".to_owned());
    check("commas", 10_000, |_| ",".to_owned());
    check("spaces", 100_000, |_| " ".to_owned());
    check("lines", 10_000, |_| "\n\n".to_owned());
    check("bars", 5_000, |at| if at % 9 == 8 { "|\n".to_owned() } else { "| 5 ".to_owned() });
    check("apostrophes", 10_000, |_| "’".to_owned());
    check("full stops", 3_000, |_| ". ".to_owned());
}

#[test]
fn letters_of_all_scripts() {
    check("one word", 50_000, |_| "а".to_owned());
    check("mixed scripts", 800, |_| "қazақ o‘zбек العربية 中文 ".to_owned());
    check("capitals", 1_000, |_| "Ama Owusu ".to_owned());
    check("Roman numbers", 2_000, |_| "XIV ".to_owned());
    check("endings", 10_000, |_| "ларының".to_owned());
    check("marks above letters", 8_000, |_| "\u{301}".to_owned());
}

#[test]
fn one_construction_without_end() {
    check("amounts", 400, |at| format!("${at} million, "));
    check("days", 400, |at| format!("{} July 2024 and ", at % 31 + 1));
    check("years", 800, |at| format!("in {} ", 1990 + at % 40));
    check("scales", 1_500, |_| "million ".to_owned());
    check("countries", 800, |_| "Kenya and Ghana and ".to_owned());
    check("links", 2_000, |_| "of the ".to_owned());
    check("trade", 1_000, |_| "trade turnover exports to ".to_owned());
    check("projects", 300, |at| format!("{at} projects worth ${at} billion. "));
}

#[test]
fn many_people_and_events() {
    let name = |at: usize| {
        let letter = |n: usize| char::from(b'a' + u8::try_from(n % 26).unwrap_or(0));
        format!(
            "Ka{}{}{} Owu{}{}",
            letter(at),
            letter(at / 26),
            letter(at / 676),
            letter(at / 3),
            letter(at / 78)
        )
    };
    check("people", 400, |at| format!("President {} met Minister {} in Accra. ", name(at), name(at + 7)));
    check("sessions", 100, |at| {
        format!("The {}th session of the Joint Commission was held in Accra on 2 July. ", at % 90 + 4)
    });
    check("visits", 100, |at| format!("Президент Ганы {} прибыл в Найроби с визитом. ", name(at)));
    check("remarks", 200, |at| format!("{} said that there is great potential for cooperation. ", name(at)));
}
