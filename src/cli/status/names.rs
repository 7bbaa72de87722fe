//! What things are called in a terminal.

use crate::cli::words::CliWords;
use crate::compute::Scoreboard;
use crate::format::Formats;
use crate::model::{
    ContractId, Date, EvaluationId, IndicatorId, OpdId, Quarter, RegimeId, Register, Wording,
};

/// Names of a site's things in the language of messages.
pub(super) struct Names<'a> {
    pub register: &'a Register,
    pub words: &'a CliWords,
    score: &'a Scoreboard,
    formats: Formats,
}

impl<'a> Names<'a> {
    pub fn new(register: &'a Register, score: &'a Scoreboard, words: &'a CliWords) -> Self {
        Self {
            register,
            words,
            score,
            formats: Formats::new(words.language()),
        }
    }

    pub fn wording<'w>(&self, wording: &'w Wording) -> &'w str {
        wording.in_language(self.words.language()).0
    }

    pub fn date(&self, date: Date) -> String {
        self.formats.date(date)
    }

    /// `Triwulan III 2026`
    pub fn quarter(&self, quarter: Quarter) -> String {
        self.words.quarter(quarter)
    }

    /// The organisation's short name, else its name; a dash where the post belongs to none.
    pub fn opd(&self, opd: Option<&OpdId>) -> &str {
        opd.map_or("–", |id| {
            let opd = &self.register.opds[id];
            self.wording(opd.short_name.as_ref().unwrap_or(&opd.name))
        })
    }

    pub fn post(&self, contract: &ContractId) -> &str {
        let contract = &self.register.contracts[contract];
        self.wording(&self.register.posts[&contract.post].name)
    }

    /// The holder's name; a dash where it may be left out and is.
    pub fn person(&self, contract: &ContractId) -> &str {
        let contract = &self.register.contracts[contract];
        let name = self.register.people[&contract.person].name.as_deref();
        name.unwrap_or("–")
    }

    /// As the contract has it today.
    pub fn indicator(&self, contract: &ContractId, id: &IndicatorId) -> String {
        let of_contract = &self.score.contracts[contract].indicators;
        let found = of_contract.iter().find(|score| score.id() == id);
        let name = found.map(|score| self.wording(&score.commitment.indicator.name));
        name.map_or_else(|| id.to_string(), str::to_owned)
    }

    pub fn evaluation(&self, regime: &RegimeId, rule: &EvaluationId) -> &str {
        let rules = &self.register.regimes[regime].evaluations;
        let found = rules.iter().find(|one| one.id == *rule);
        found.map_or("–", |one| self.wording(&one.name))
    }
}
