//! Contracts, reports and regimes in as few words as a row of a table needs, and the words in
//! which a row expects the answer. Numbers are written as in Indonesian, with a decimal comma.

use crate::compute::{
    Achievement, ContractScore, IndicatorScore, Judgement, Scoreboard, State, compute,
    contract_score,
};
use crate::model::*;
use std::collections::{BTreeMap, BTreeSet};

/// The year of every contract here.
pub const YEAR: i32 = 2026;

/// The ordinal scale of the domain's example, worst first.
pub const OPINIONS: [&str; 4] = ["TMP", "TW", "WDP", "WTP"];

/// Permendagri 86/2017, highest bound first.
pub const PERMENDAGRI: [(&str, &str); 5] = [
    ("91", "Sangat Tinggi"),
    ("76", "Tinggi"),
    ("66", "Sedang"),
    ("51", "Rendah"),
    ("0", "Sangat Rendah"),
];

pub fn date(text: &str) -> Date {
    text.parse()
        .unwrap_or_else(|_| panic!("not a date: {text}"))
}

pub fn number(text: &str) -> Quantity {
    text.replace(',', ".")
        .parse()
        .unwrap_or_else(|_| panic!("not a number: {text}"))
}

/// A quarter of [`YEAR`].
pub fn tw(number: u32) -> Quarter {
    Quarter::new(YEAR, of_year(number))
}

pub fn of_year(number: u32) -> QuarterOfYear {
    QuarterOfYear::from_number(number).expect("a quarter is 1 to 4")
}

/// The first day after the reporting deadline of a quarter (its end and ten days).
pub fn closed(quarter: u32) -> Date {
    tw(quarter).end() + chrono::Days::new(11)
}

pub fn opinion(name: &str) -> u32 {
    let index = OPINIONS.iter().position(|o| *o == name);
    index.and_then(position_at).expect("an opinion")
}

/// An indicator in the making; `akumulasi` is `akhir` unless said otherwise.
#[derive(Clone, Debug)]
pub struct Promise(pub Indicator);

/// `arah: naik`
pub fn up(target: &str) -> Promise {
    promise(Direction::Up, Target::Amount(number(target)))
}

/// `arah: turun`
pub fn down(target: &str) -> Promise {
    promise(Direction::Down, Target::Amount(number(target)))
}

/// `arah: turun-rasio`
pub fn down_ratio(target: &str) -> Promise {
    promise(Direction::DownRatio, Target::Amount(number(target)))
}

/// `arah: rentang`, the target as `7–8`.
pub fn range(better: Better, target: &str) -> Promise {
    promise(Direction::Range(better), ends(target))
}

/// `arah: predikat` on the scale of opinions.
pub fn rank(target: &str) -> Promise {
    promise(Direction::Rank(scale_id()), Target::Rank(opinion(target)))
}

/// `arah: tuntas`, to be done by `due` (`tenggat`).
pub fn completion(due: &str) -> Promise {
    promise(Direction::Completion, Target::Completion).due(due)
}

pub fn scale_id() -> ScaleId {
    ScaleId::new("opini-bpk").expect("a slug")
}

fn ends(text: &str) -> Target {
    let (from, to) = text.split_once('–').expect("a range is written 7–8");
    Target::Range {
        from: number(from),
        to: number(to),
    }
}

fn promise(direction: Direction, target: Target) -> Promise {
    Promise(Indicator {
        id: id("a"),
        name: "Indikator".into(),
        unit: None,
        direction,
        accumulation: Accumulation::Last,
        baseline: None,
        target,
        quarterly: FewMap::new(),
        due: None,
        weight: None,
        formula: None,
        source: None,
        rare: Rare::default(),
    })
}

pub fn id(text: &str) -> IndicatorId {
    IndicatorId::new(text).expect("a slug")
}

pub fn program_id(text: &str) -> ProgramId {
    ProgramId::new(text).expect("a slug")
}

impl Promise {
    pub fn named(mut self, name: &str) -> Self {
        self.0.id = id(name);
        self
    }

    /// `akumulasi: jumlah`
    pub fn summed(mut self) -> Self {
        self.0.accumulation = Accumulation::Sum;
        self
    }

    /// `akumulasi: rata-rata`
    pub fn averaged(mut self) -> Self {
        self.0.accumulation = Accumulation::Mean;
        self
    }

    /// `target_triwulan`, from TW I on, `–` where a quarter has none: `10/20/–/40`.
    pub fn quarterly(mut self, targets: &str) -> Self {
        self.0.quarterly = quarterly_targets(&self.0.direction, targets);
        self
    }

    /// `tenggat`
    pub fn due(mut self, day: &str) -> Self {
        self.0.due = Some(date(day));
        self
    }

    /// `terbit`
    pub fn published(mut self, day: &str) -> Self {
        self.0.rare.change(|rare| rare.published = Some(date(day)));
        self
    }

    /// `bobot`
    pub fn weighing(mut self, weight: &str) -> Self {
        self.0.weight = Some(number(weight));
        self
    }

    /// `milik`, `bagian`
    pub fn part_of(mut self, contract: &str, indicator: &str, share: &str) -> Self {
        let contribution = Contribution {
            owner: IndicatorRef {
                contract: contract_id(contract),
                indicator: id(indicator),
            },
            share: number(share),
        };
        let contribution = Some(contribution);
        self.0.rare.change(|rare| rare.contribution = contribution);
        self
    }
}

fn quarterly_targets(direction: &Direction, text: &str) -> FewMap<QuarterOfYear, Target> {
    by_quarter(text)
        .map(|(quarter, target)| {
            let target = match direction {
                Direction::Rank(_) => Target::Rank(opinion(target)),
                Direction::Range(_) => ends(target),
                _ => Target::Amount(number(target)),
            };
            (quarter, target)
        })
        .collect()
}

/// The entries of `8/–/18`, without the gaps.
fn by_quarter(text: &str) -> impl Iterator<Item = (QuarterOfYear, &str)> {
    QuarterOfYear::ALL
        .into_iter()
        .zip(text.split('/'))
        .filter(|(_, entry)| !matches!(*entry, "–" | ""))
}

/// An amendment in the making: `on("2026-08-03").target("a", "6,4")`.
#[derive(Clone, Debug)]
pub struct Change(pub Amendment);

pub fn amended_on(day: &str) -> Change {
    Change(Amendment {
        kind: AmendmentKind::Amendment,
        date: date(day),
        recorded: None,
        cause: Some(AmendmentCause::Budget),
        reason: Markdown("Pergeseran anggaran".into()),
        document: None,
        budgets: BTreeMap::new(),
        indicators: BTreeMap::new(),
    })
}

impl Change {
    pub fn target(self, name: &str, target: &str) -> Self {
        let target = Some(Target::Amount(number(target)));
        self.terms(name, |terms| terms.target = target)
    }

    pub fn quarterly(self, name: &str, targets: &str) -> Self {
        let targets = quarterly_targets(&Direction::Up, targets);
        self.terms(name, |terms| terms.quarterly = targets)
    }

    pub fn weight(self, name: &str, weight: &str) -> Self {
        let weight = Some(number(weight));
        self.terms(name, |terms| terms.weight = weight)
    }

    pub fn due(self, name: &str, day: &str) -> Self {
        let due = Some(date(day));
        self.terms(name, |terms| terms.due = due)
    }

    pub fn published(self, name: &str, day: &str) -> Self {
        let published = Some(date(day));
        self.terms(name, |terms| terms.published = published)
    }

    /// A new budget.
    pub fn budget(mut self, program: &str, budget: &str) -> Self {
        self.0.budgets.insert(program_id(program), number(budget));
        self
    }

    pub fn dropping(mut self, name: &str) -> Self {
        self.0.indicators.insert(id(name), IndicatorChange::Dropped);
        self
    }

    pub fn adding(mut self, promise: Promise) -> Self {
        let name = promise.0.id.clone();
        let added = AddedIndicator {
            goal: None,
            indicator: promise.0.into(),
        };
        self.0
            .indicators
            .insert(name, IndicatorChange::Added(Box::new(added)));
        self
    }

    fn terms(mut self, name: &str, set: impl FnOnce(&mut TermsChange)) -> Self {
        let change = self
            .0
            .indicators
            .entry(id(name))
            .or_insert_with(|| IndicatorChange::Terms(TermsChange::default()));
        if let IndicatorChange::Terms(terms) = change {
            set(terms);
        }
        self
    }
}

/// A contract of 2026, signed on 12 January, with its regime and its reports.
#[derive(Clone, Debug)]
pub struct Story {
    contract: Contract,
    regime: Regime,
    reports: BTreeMap<Quarter, Report>,
}

/// A contract with these promises under a regime that asks for reports each quarter within ten
/// days, names the categories of Permendagri 86/2017 and caps nothing.
pub fn promised(promises: impl IntoIterator<Item = Promise>) -> Story {
    Story {
        contract: contract(promises.into_iter().map(|p| p.0).collect()),
        regime: regime(),
        reports: BTreeMap::new(),
    }
}

impl Story {
    pub fn named(mut self, stem: &str) -> Self {
        self.contract.id = contract_id(stem);
        self
    }

    /// `induk` of its goal
    pub fn hanging_on(mut self, contract: &str, indicator: &str) -> Self {
        self.contract.goals[0].parent = Some(IndicatorRef {
            contract: contract_id(contract),
            indicator: id(indicator),
        });
        self
    }

    pub fn signed(mut self, day: &str) -> Self {
        self.contract.signed = date(day);
        self
    }

    pub fn running(mut self, start: &str, end: &str) -> Self {
        self.contract.period = Period {
            start: date(start),
            end: date(end),
        };
        self.contract.signed_until = date(end);
        self
    }

    /// The holder left on a day before the contract's last.
    pub fn left_on(mut self, day: &str) -> Self {
        self.contract.period.end = date(day);
        self
    }

    pub fn amended(mut self, change: Change) -> Self {
        self.contract.amendments.push(change.0);
        self
    }

    /// A programme that serves these indicators; its budget `–` where the contract names none.
    pub fn program(mut self, name: &str, budget: &str, serves: &[&str]) -> Self {
        self.contract.programs.push(Program {
            id: program_id(name),
            name: name.into(),
            budget: (budget != "–").then(|| number(budget)),
            source: None,
            indicators: serves.iter().map(|name| id(name)).collect(),
        });
        self
    }

    /// What a programme absorbed since January, from TW I on: `20/–/60`.
    pub fn absorbs(mut self, program: &str, amounts: &str) -> Self {
        for (quarter, amount) in by_quarter(amounts) {
            let report = self.report_of(Quarter::new(YEAR, quarter));
            report.absorbed.insert(program_id(program), number(amount));
        }
        self
    }

    /// No `batas_lapor`.
    pub fn without_deadline(mut self) -> Self {
        self.regime.deadline = None;
        self
    }

    pub fn deadline(mut self, span: Span) -> Self {
        self.regime.deadline = Some(span);
        self
    }

    pub fn reporting(mut self, reporting: Reporting) -> Self {
        self.regime.reporting = reporting;
        self
    }

    pub fn capped(mut self, cap: &str) -> Self {
        self.regime.cap = Some(number(cap).into());
        self
    }

    pub fn scale(mut self, bands: &[(&str, &str)]) -> Self {
        self.regime.scale = scale(bands);
        self
    }

    /// Percentages of their own for the ranks of the scale of opinions.
    pub fn rank_percents(mut self, percents: [&str; 4]) -> Self {
        self.regime.rank_scales = rank_scales(percents.map(Some));
        self
    }

    /// What was reported of the only indicator, from TW I on: `8/18`, `8/–/18` with a silent
    /// quarter, `8/x` where TW II is said not to be available.
    pub fn says(self, values: &str) -> Self {
        self.says_of("a", values)
    }

    /// The same for one of several; reports come in eight days after the quarter.
    pub fn says_of(mut self, name: &str, values: &str) -> Self {
        for (quarter, entry) in by_quarter(values) {
            let actual = self.actual(name, entry);
            let report = self.report_of(Quarter::new(YEAR, quarter));
            report.actuals.insert(id(name), actual);
        }
        self
    }

    /// When the report of a quarter came in, instead of eight days after its end.
    pub fn reported(mut self, quarter: u32, day: &str) -> Self {
        self.report_of(tw(quarter)).reported = date(day);
        self
    }

    /// When the figures of a quarter came in, after the rest of its report.
    pub fn came_later(mut self, quarter: u32, day: &str) -> Self {
        for (_, actual) in self.report_of(tw(quarter)).actuals.iter_mut() {
            actual.reported = Some(date(day));
        }
        self
    }

    fn report_of(&mut self, quarter: Quarter) -> &mut Report {
        let contract = self.contract.id.clone();
        self.reports.entry(quarter).or_insert_with(|| Report {
            contract,
            quarter,
            reported: quarter.end() + chrono::Days::new(8),
            recorded: None,
            actuals: FewMap::new(),
            absorbed: FewMap::new(),
            silenced: Vec::new(),
        })
    }

    fn actual(&self, name: &str, entry: &str) -> ReportedActual {
        let actual = match entry {
            "x" => Actual::Unavailable {
                reason: Box::new(Markdown("Survei belum dilakukan".into())),
            },
            entry => Actual::Reported(self.value(name, entry)),
        };
        ReportedActual::new(actual, None, Remarks::default())
    }

    fn value(&self, name: &str, entry: &str) -> Value {
        match (self.direction(name), entry) {
            (Direction::Rank(_), opinion_name) => Value::Rank(opinion(opinion_name)),
            (Direction::Completion, "belum") => Value::NotCompleted,
            (Direction::Completion, day) => Value::Completed(date(day)),
            (_, amount) => Value::Amount(number(amount)),
        }
    }

    fn direction(&self, name: &str) -> &Direction {
        let signed = self.contract.goals.iter().flat_map(|g| &g.indicators);
        let added = self.contract.amendments.iter().flat_map(|a| {
            a.indicators.values().filter_map(|change| match change {
                IndicatorChange::Added(added) => Some(&added.indicator),
                _ => None,
            })
        });
        let indicator = signed.chain(added).find(|i| i.id == id(name));
        &indicator.expect("a promised indicator").direction
    }

    /// The contract judged on a day.
    pub fn on(&self, day: &str) -> ContractScore {
        self.at(date(day))
    }

    pub fn at(&self, day: Date) -> ContractScore {
        contract_score(&site([self.clone()]), &self.contract.id, day)
    }

    pub fn contract(&self) -> &Contract {
        &self.contract
    }
}

/// A register with these contracts, all under the first one's regime.
pub fn site(stories: impl IntoIterator<Item = Story>) -> Register {
    let stories: Vec<Story> = stories.into_iter().collect();
    let regime = stories.first().map_or_else(regime, |s| s.regime.clone());
    Register {
        site: the_site(),
        regimes: [(regime.id.clone(), regime)].into(),
        opds: ById::new(),
        posts: ById::new(),
        people: ById::new(),
        contracts: stories
            .iter()
            .map(|s| (s.contract.id.clone(), s.contract.clone()))
            .collect(),
        reports: stories
            .iter()
            .flat_map(|s| {
                s.reports
                    .iter()
                    .map(|(q, r)| (s.contract.id.clone(), *q, r))
            })
            .map(|(contract, q, report)| {
                let report = Report {
                    contract: contract.clone(),
                    ..report.clone()
                };
                ((contract, q), report)
            })
            .collect(),
        evaluations: ById::new(),
        pages: BTreeMap::new(),
        archives: BTreeMap::new(),
        media: BTreeSet::new(),
    }
}

/// All of these contracts judged on a day.
pub fn scoreboard(stories: impl IntoIterator<Item = Story>, day: &str) -> Scoreboard {
    compute(&site(stories), date(day))
}

fn contract(indicators: Vec<Indicator>) -> Contract {
    Contract {
        id: contract_id("kepala-dinas"),
        person: PersonId::new("ratna").expect("a slug"),
        capacity: Capacity::Definitive,
        post: PostId::new("kepala-dinas").expect("a slug"),
        regime: RegimeId::new("aturan").expect("a slug"),
        number: None,
        signed: date("2026-01-12"),
        period: Period {
            start: date("2026-01-01"),
            end: date("2026-12-31"),
        },
        signed_until: date("2026-12-31"),
        recorded: None,
        counterparty: None,
        presentation: None,
        announcements: Vec::new(),
        documents: Vec::new(),
        promise: None,
        goals: vec![Goal {
            name: "Sasaran".into(),
            rpjmd: None,
            parent: None,
            indicators: indicators.into_iter().map(Into::into).collect(),
        }],
        programs: Vec::new(),
        amendments: Vec::new(),
        silenced: Vec::new(),
    }
}

pub fn contract_id(stem: &str) -> ContractId {
    ContractId {
        year: YEAR,
        stem: Slug::new(stem).expect("a slug"),
    }
}

pub fn regime() -> Regime {
    Regime {
        id: RegimeId::new("aturan").expect("a slug"),
        term: "Kontrak Kinerja".into(),
        since: date("2019-06-10"),
        replaces: None,
        basis: Vec::new(),
        principal: None,
        watchers: Vec::new(),
        coverage: Vec::new(),
        reporting: Reporting::Quarterly,
        deadline: Some(Span::Days(10)),
        cap: None,
        scale: scale(&PERMENDAGRI),
        rank_scales: rank_scales([None; 4]),
        aspects: BTreeMap::new(),
        required_documents: Vec::new(),
        protection: None,
        evaluations: Vec::new(),
    }
}

pub fn scale(bands: &[(&str, &str)]) -> Vec<Band> {
    let band = |(min, name): &(&str, &str)| Band {
        min: number(min),
        name: Wording::from(*name).into(),
    };
    bands.iter().map(band).collect()
}

fn rank_scales(percents: [Option<&str>; 4]) -> BTreeMap<ScaleId, Vec<Rank>> {
    let ranks = opinions(percents);
    [(scale_id(), ranks)].into()
}

pub fn opinions(percents: [Option<&str>; 4]) -> Vec<Rank> {
    let rank = |(name, percent): (&str, Option<&str>)| Rank {
        name: name.into(),
        percent: percent.map(number),
    };
    OPINIONS.into_iter().zip(percents).map(rank).collect()
}

fn the_site() -> Site {
    Site {
        title: "Pantau".into(),
        government: "Pemerintah Kabupaten Contoh".into(),
        base_url: BaseUrl::parse("https://kinerja.example.go.id/").expect("an address"),
        time_zone: chrono_tz::Asia::Jakarta,
        licence: "CC-BY-4.0".into(),
        complaints_url: None,
        contact: "kinerja@example.go.id".into(),
        repository: None,
        commit_pattern: None,
        recorded_since: None,
        signing_keys: Vec::new(),
        sample_data: true,
        offline: false,
        social_cards: None,
        embeds: None,
        admin: None,
        security: None,
        languages: vec![Language::Indonesian],
        theme: "bawaan".into(),
        old_addresses: Vec::new(),
    }
}

/// The only indicator of a score.
pub fn only(score: &ContractScore) -> &IndicatorScore {
    assert_eq!(score.indicators.len(), 1, "one indicator");
    &score.indicators[0]
}

pub fn of<'a>(score: &'a ContractScore, name: &str) -> &'a IndicatorScore {
    let indicator = score.indicators.iter().find(|i| *i.id() == id(name));
    indicator.expect("an indicator in force")
}

/// `91,67`, at most two decimals; the reader's rounding, done last.
pub fn shown(percent: &Percent) -> String {
    let rounded = Quantity::nearest(percent.number(), 2).expect("a short number");
    rounded.decimal().normalize().to_string().replace('.', ",")
}

pub fn shown_capaian(judgement: &Judgement) -> String {
    match &judgement.achievement {
        Achievement::Computed { percent, .. } => shown(percent),
        Achievement::NotComputable(_) => "tidak dapat dihitung".into(),
    }
}

/// The capaian to date; `–` where nothing is claimed.
pub fn capaian(indicator: &IndicatorScore) -> String {
    let to_date = indicator.to_date.as_ref();
    to_date.map_or_else(|| "–".into(), |t| shown_capaian(&t.judgement))
}

/// The state in the words of the page.
pub fn keadaan(state: State) -> String {
    match state {
        State::Reached => "tercapai".into(),
        State::NotReached => "tidak tercapai".into(),
        State::OnTrack => "sesuai jalur".into(),
        State::BelowTrack => "di bawah jalur".into(),
        State::Late { days } => format!("terlambat {days} hari"),
        State::Unavailable => "belum tersedia".into(),
        State::NotDue => "belum jatuh tempo".into(),
    }
}

/// The quarters named as missing: `TW II, TW III`.
pub fn missing(indicator: &IndicatorScore) -> String {
    let quarters = indicator.to_date.iter().flat_map(|t| &t.missing);
    let names: Vec<&str> = quarters.map(|q| named(*q)).collect();
    names.join(", ")
}

pub fn named(quarter: Quarter) -> &'static str {
    ["TW I", "TW II", "TW III", "TW IV"][quarter.of_year as usize]
}

/// `capaian | keadaan | TW tanpa nilai`, as a table's last column has it.
pub fn told(indicator: &IndicatorScore) -> String {
    let parts = [
        capaian(indicator),
        keadaan(indicator.state),
        missing(indicator),
    ];
    let said: Vec<String> = parts.into_iter().filter(|p| !p.is_empty()).collect();
    said.join(" | ")
}
