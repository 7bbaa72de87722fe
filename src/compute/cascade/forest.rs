//! The trees of one year, from the contracts that hang on nothing down to the last one.

use super::{Cascade, GoalRef};
use crate::compute::{ContractScore, IndicatorScore, Scoreboard, State};
use crate::model::{Contract, ContractId, IndicatorId, IndicatorRef, PostId, Register, Standing};
use std::collections::{BTreeMap, BTreeSet};

/// The contracts of one year. Each of their goals stands in it once.
#[derive(Clone, Debug, PartialEq)]
pub struct Forest {
    pub year: i32,
    /// Contracts that hang on nothing and are a top: others hang on them or have a share of
    /// theirs, or nobody stands above their post.
    pub roots: Vec<Branch>,
    /// Goals that name no upper indicator of this year, though somebody stands above their post
    /// or other goals of their contract do.
    pub loose: Vec<Branch>,
    /// Posts without a contract in this year.
    pub without_contract: Vec<PostId>,
}

/// A contract at one place of a tree, with the goals that stand there.
#[derive(Clone, Debug, PartialEq)]
pub struct Branch {
    pub contract: ContractId,
    /// Steps from the root, which is 0.
    pub level: usize,
    pub goals: Vec<BranchGoal>,
}

/// A goal with its indicators.
#[derive(Clone, Debug, PartialEq)]
pub struct BranchGoal {
    /// Index into the contract's goals; `None` for what an amendment added without a goal there.
    pub goal: Option<usize>,
    /// What it hangs on in another year, outside of this forest.
    pub in_other_year: Option<IndicatorRef>,
    pub indicators: Vec<Leaf>,
}

/// An indicator and what hangs on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaf {
    pub indicator: IndicatorId,
    pub standing: Standing,
    /// Counted only of what is in force.
    pub state: State,
    pub below: Vec<Branch>,
    /// Indicators of other contracts that are a share of it.
    pub shares: Vec<IndicatorRef>,
}

/// The trees of `year`, each list by contract.
pub fn forest(register: &Register, score: &Scoreboard, year: i32) -> Forest {
    let grower = Grower {
        register,
        score,
        year,
    };
    let in_year = || register.contracts.values().filter(|c| c.id.year == year);
    let grown = in_year().filter_map(|contract| grower.top(contract));
    let (roots, loose) = grown.partition(|branch| grower.is_root(branch));
    let held: BTreeSet<&PostId> = in_year().map(|contract| &contract.post).collect();
    let posts = register.posts.keys();
    Forest {
        year,
        roots,
        loose,
        without_contract: posts.filter(|id| !held.contains(id)).cloned().collect(),
    }
}

struct Grower<'a> {
    register: &'a Register,
    score: &'a Scoreboard,
    year: i32,
}

impl Grower<'_> {
    /// The goals of `contract` that hang on nothing in this year.
    fn top(&self, contract: &Contract) -> Option<Branch> {
        let signed = (0..contract.goals.len()).map(Some);
        let loose = signed.chain([None]).filter(|goal| {
            self.parent(contract, *goal)
                .is_none_or(|parent| parent.contract.year != self.year)
        });
        self.branch(contract, loose, 0)
    }

    fn is_root(&self, top: &Branch) -> bool {
        let contract = &self.register.contracts[&top.contract];
        let hangs = contract.goals.iter().any(|goal| goal.parent.is_some());
        let is_highest = self
            .register
            .posts
            .get(&contract.post)
            .is_none_or(|post| post.superior.is_none());
        let mut leaves = top.goals.iter().flat_map(|goal| &goal.indicators);
        !hangs
            && (is_highest || leaves.any(|leaf| !leaf.below.is_empty() || !leaf.shares.is_empty()))
    }

    fn parent<'c>(&self, contract: &'c Contract, goal: Option<usize>) -> Option<&'c IndicatorRef> {
        contract.goals[goal?].parent.as_ref()
    }

    /// `None` where none of `goals` has an indicator.
    fn branch(
        &self,
        contract: &Contract,
        goals: impl Iterator<Item = Option<usize>>,
        level: usize,
    ) -> Option<Branch> {
        let goals: Vec<BranchGoal> = goals
            .map(|goal| self.goal(contract, goal, level))
            .filter(|goal| !goal.indicators.is_empty())
            .collect();
        (!goals.is_empty()).then(|| Branch {
            contract: contract.id.clone(),
            level,
            goals,
        })
    }

    fn goal(&self, contract: &Contract, goal: Option<usize>, level: usize) -> BranchGoal {
        let parent = self.parent(contract, goal);
        let score = &self.score.contracts[&contract.id];
        BranchGoal {
            goal,
            in_other_year: parent
                .filter(|parent| parent.contract.year != self.year)
                .cloned(),
            indicators: of_goal(score, goal)
                .map(|indicator| self.leaf(contract, indicator, level))
                .collect(),
        }
    }

    fn leaf(&self, contract: &Contract, score: &IndicatorScore, level: usize) -> Leaf {
        let id = IndicatorRef {
            contract: contract.id.clone(),
            indicator: score.id().clone(),
        };
        let cascade: &Cascade = &self.score.cascade;
        Leaf {
            standing: score.commitment.standing,
            state: score.state,
            below: self.below(cascade.hanging_on(&id), level + 1),
            shares: cascade.shares_of(&id).to_vec(),
            indicator: id.indicator,
        }
    }

    /// Ends, since the check lets no circle of `induk` through.
    fn below(&self, goals: &[GoalRef], level: usize) -> Vec<Branch> {
        let mut by_contract: BTreeMap<&ContractId, Vec<usize>> = BTreeMap::new();
        for goal in goals.iter().filter(|goal| goal.contract.year == self.year) {
            by_contract
                .entry(&goal.contract)
                .or_default()
                .push(goal.goal);
        }
        let branches = by_contract.into_iter().filter_map(|(id, goals)| {
            let contract = &self.register.contracts[id];
            self.branch(contract, goals.into_iter().map(Some), level)
        });
        branches.collect()
    }
}

/// The indicators of a goal, those in force first.
fn of_goal(score: &ContractScore, goal: Option<usize>) -> impl Iterator<Item = &IndicatorScore> {
    let all = score.indicators.iter().chain(&score.withdrawn);
    all.filter(move |indicator| indicator.commitment.goal == goal)
}
