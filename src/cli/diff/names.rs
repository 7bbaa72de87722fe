//! What the ids of rows stand for, in either state of the site.

use crate::data::Turn;
use crate::model::{
    Contract, ContractId, Indicator, IndicatorId, PersonId, QuarterOfYear, Register, Target,
};
use crate::site::Site;

/// The newer state is asked first.
#[derive(Clone, Copy)]
pub(super) struct Names<'a> {
    before: &'a Site,
    after: &'a Site,
}

impl<'a> Names<'a> {
    pub fn new(before: &'a Site, after: &'a Site) -> Self {
        Self { before, after }
    }

    /// What becomes of a contract; `Changed` where it stays, whether or not anything of it is other.
    pub fn contract_turn(self, id: &str) -> Option<Turn> {
        let id = ContractId::parse(id)?;
        let [before, after] = self.registers().map(|register| register.contracts.get(&id));
        Turn::of(before, after)
    }

    /// As [`Self::contract_turn`].
    pub fn person_turn(self, id: &str) -> Option<Turn> {
        let id = PersonId::new(id)?;
        let [before, after] = self.registers().map(|register| register.people.get(&id));
        Turn::of(before, after)
    }

    /// Whether an indicator is in a contract before and after.
    pub fn stays(self, contract: &str, indicator: &str) -> bool {
        let sites = [self.before, self.after];
        sites
            .iter()
            .all(|site| find(site, contract, indicator).is_some())
    }

    fn registers(self) -> [&'a Register; 2] {
        [self.before, self.after].map(Site::register)
    }

    fn contract(self, id: &str) -> Option<&'a Contract> {
        let id = ContractId::parse(id)?;
        let [before, after] = self.registers().map(|register| register.contracts.get(&id));
        after.or(before)
    }

    /// The official of a contract; the contract's id where a name is not given.
    pub fn official(self, contract: &str) -> String {
        let found = self.contract(contract).map(|contract| &contract.person);
        found.map_or_else(
            || contract.to_owned(),
            |person| self.person(person.as_str()),
        )
    }

    /// A person's name, or id where none is given.
    pub fn person(self, id: &str) -> String {
        let found = PersonId::new(id).and_then(|person| {
            let [before, after] = self
                .registers()
                .map(|register| register.people.get(&person));
            after.or(before)?.name.clone()
        });
        found.unwrap_or_else(|| id.to_owned())
    }

    /// The id of a contract's official.
    pub fn person_id(self, contract: &str) -> Option<&'a PersonId> {
        self.contract(contract).map(|contract| &contract.person)
    }

    pub fn indicator(self, contract: &str, indicator: &str) -> Option<&'a Indicator> {
        find(self.after, contract, indicator).or_else(|| find(self.before, contract, indicator))
    }

    /// The target that `key` of an amendment changes, as it was before, as tables write it.
    pub fn target_before(self, contract: &str, indicator: &str, key: &str) -> Option<String> {
        let indicator = find(self.before, contract, indicator)?;
        let target = match key.strip_prefix("target_triwulan.") {
            Some(quarter) => {
                let quarter = QuarterOfYear::from_key(quarter)?;
                *indicator.quarterly.get(&quarter)?
            }
            None => indicator.target,
        };
        match target {
            Target::Amount(amount) => Some(amount.normalized().to_string()),
            Target::Range { from, to } => {
                Some(format!("{}..{}", from.normalized(), to.normalized()))
            }
            Target::Rank(_) | Target::Completion => None,
        }
    }

    /// The name of an indicator or a programme, or the id where neither is called so.
    pub fn subject(self, contract: &str, id: &str) -> String {
        if let Some(indicator) = self.indicator(contract, id) {
            return indicator.name.own().clone();
        }
        let found = self.registers().into_iter().rev().find_map(|register| {
            let contract = register.contracts.get(&ContractId::parse(contract)?)?;
            let program = contract.programs.iter().find(|own| own.id.as_str() == id)?;
            Some(program.name.own().clone())
        });
        found.unwrap_or_else(|| id.to_owned())
    }
}

fn find<'a>(site: &'a Site, contract: &str, indicator: &str) -> Option<&'a Indicator> {
    let score = site.score().contracts.get(&ContractId::parse(contract)?)?;
    let indicator = IndicatorId::new(indicator)?;
    let mut all = score.indicators.iter().chain(&score.withdrawn);
    let found = all.find(|own| *own.id() == indicator)?;
    Some(&found.commitment.indicator)
}
