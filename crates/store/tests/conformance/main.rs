//! What a registry must do, whatever database it stands on.

#![expect(clippy::expect_used, reason = "the helpers of a test fail by panicking")]

mod documents;
mod entered;
mod faults;
mod figures;
mod lists;
mod made;
mod parity;
mod place;
mod search;
mod server;
mod single;
mod told;
mod upkeep;
mod voices;
mod work;

use entente_store::Store;
use place::Place;

/// A new registry in a file; it lives as long as its place.
async fn registry() -> (Place, Store) {
    let place = Place::sqlite();
    let store = place.registry().await;
    (place, store)
}

/// Runs each test once for each database.
macro_rules! conformance {
    ($($module:ident::$name:ident,)*) => {
        mod sqlite {
            $(#[tokio::test]
            async fn $name() {
                crate::$module::$name(&crate::Place::sqlite()).await;
            })*
        }
        mod postgres {
            $(#[tokio::test]
            async fn $name() {
                if let Some(place) = crate::Place::postgres(stringify!($name)).await {
                    crate::$module::$name(&place).await;
                    place.leave().await;
                }
            })*
        }
    };
}

conformance! {
    documents::a_document_comes_out_as_it_went_in,
    documents::a_transaction_that_is_dropped_leaves_nothing,
    documents::another_reading_keeps_the_old_one,
    documents::filing_again_changes_nothing,
    documents::first_digits_are_enough,
    documents::lists_are_narrowed,
    documents::lists_go_on_where_they_ended,
    documents::names_sort_by_their_bytes,
    documents::the_day_decides_which_verdict_is_newest,
    documents::what_no_text_may_hold_is_replaced,
    entered::a_correction_is_laid_over,
    entered::entries_are_listed_as_they_stood,
    entered::projects_are_read_in_short,
    entered::two_editors_of_an_entry_conflict,
    entered::unsure_claims_wait,
    entered::a_correction_keeps_what_its_document_tells,
    faults::a_blob_is_there_and_whole_or_told_of,
    faults::another_program_holds_it,
    faults::another_program_made_it,
    faults::it_is_newer,
    faults::another_build_made_it,
    faults::it_is_opened_again,
    faults::writers_wait_for_each_other,
    figures::a_release_comes_out_as_it_went_in,
    figures::a_release_is_filed_in_parts_or_not_at_all,
    figures::many_observations_come_out_as_they_went_in,
    figures::a_verdict_rests_on_releases_that_are_there,
    figures::indicators_come_out_as_they_went_in,
    figures::documents_are_found_by_what_they_claim,
    figures::too_many_digits_are_refused,
    figures::what_a_later_vintage_changes_is_listed,
    lists::totals_and_lists_are_those_of_counting,
    single::an_author_has_documents,
    single::observations_are_listed,
    single::the_newest_verdicts_come_first,
    single::what_changes_nothing_is_no_revision,
    search::all_words_must_be_there,
    search::many_words_that_begin_so,
    search::names_are_found,
    told::claims_of_a_group_are_found,
    told::gists_are_read_of_every_claim_of_a_pair,
    told::targets_and_sets_of_ids_are_read_at_once,
    told::officials_are_found_in_every_alphabet,
    told::readings_and_versions_are_listed,
    told::sessions_and_events_are_told,
    work::a_job_is_taken_once_and_comes_back,
    work::a_token_is_known_by_its_secret,
    work::workers_share_the_work,
    upkeep::space_is_given_back,
    voices::a_text_that_was_rewritten_has_another_voice,
    voices::near_copies_are_one_voice,
}
