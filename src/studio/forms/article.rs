//! An article: who published it, when, and under which headline.

use leptos::prelude::*;
use story::{ArticleId, Basis, Correction};

use super::super::desk::Desk;
use super::super::fields::Text;
use super::super::{Studio, wording};
use super::{EXAMPLES, date, part};

#[component]
pub(super) fn OfArticle(studio: Studio, id: ArticleId) -> impl IntoView {
    let article = StoredValue::new(id.clone());
    let item = studio.of_story(move |story| story.articles.iter().find(|item| item.id == id).cloned());
    let publisher = part(item, |item| item.publisher.clone().unwrap_or_default());
    let headline = part(item, |item| item.headline.clone().unwrap_or_default());
    let day = part(item, |item| item.published.as_ref().map(|it| it.when.to_string()).unwrap_or_default());
    // How the day is known, where the article does not simply say it.
    let because = part(item, |item| {
        let inferred = item.published.as_ref().filter(|published| published.basis == Basis::Inferred);
        inferred
            .and_then(|published| published.because.clone())
            .map(|because| format!("The day is inferred: {because}"))
    });
    let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let set_publisher = move |text: &str| {
        studio.correct(Correction::ArticlePublisher { article: article.get_value(), publisher: some(text) });
        Ok(())
    };
    let set_headline = move |text: &str| {
        studio.correct(Correction::ArticleHeadline { article: article.get_value(), headline: some(text) });
        Ok(())
    };
    let set_date = move |text: &str| {
        let when = date(text)?;
        studio.correct(Correction::ArticleDate { article: article.get_value(), when });
        Ok(())
    };
    let what_follows = move || {
        if studio.desk.with(Desk::has_articles) {
            "Another day dates again what the article tells (“on Friday”)."
        } else {
            "This story was read before: another day does not change the dates of its events."
        }
    };
    view! {
        <h2>{part(item, wording::article)}</h2>
        <blockquote>{part(item, wording::opening)}<footer>{part(item, |item| item.file.clone())}</footer></blockquote>
        <Text studio label="Outlet" value=publisher put=set_publisher/>
        <Text studio label="Headline" value=headline put=set_headline/>
        <Text studio label="Day of publication" value=day hint=EXAMPLES put=set_date/>
        {move || because.get().map(|because| view! { <p class="note">{because}</p> })}
        <p class="note">{what_follows}</p>
    }
}
