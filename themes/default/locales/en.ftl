### The site's words, English. HTML tags in a message are printed as they are; values put into it
### are always escaped first.

## Frame of a page

skip = Skip to content
sample_data = Sample data: the officials and figures on this site are invented.
offline = No network: this is the copy kept when the page was last opened, and it may not be the latest.
main_navigation = Main
breadcrumb = Breadcrumb
nav_officials = Officials
nav_quarters = Quarters
nav_evaluations = Evaluations
nav_changes = Changes
nav_tree = Performance tree
nav_opds = Agencies
nav_method = Method
switch_language = Bahasa Indonesia
as_of = As of { $date }.
recorded_since = Changes to the data have been recorded in the repository since { $date }.
not_recorded = Changes to this site's data are not recorded.
data_commit = Data as of commit { $commit } ({ $date }).
data_commit_in = Data as of commit { $commit } ({ $date }) in the <a href="{ $repository }">repository</a>.
cite = Cite this page
cite_item = Cite
cite_link = Link:
cite_indicator = For a single indicator, cite the address behind its name.
citation = { $government }. ({ $year }, { $day }). { $title }. { $site }. { $url }
not_recorded_repository = This site was built outside a git repository, so changes to its data cannot be shown.
not_recorded_commits = This site's data have not been committed to git yet, so changes to them cannot be shown.
not_recorded_shallow = This site was built from a clone without its history, so changes to its data cannot be shown.
not_recorded_git = This site was built without the program git, so changes to its data cannot be shown.
paper_frozen = Frozen copy of { $quarter }:
paper_year = Page for { $year }:
paper_page = This page:
report_error = Report an error
report_subject = Error in the data: { $page }
report_body =
    Page: { $url }
    The wrong figure:
    It should be:
    Source:
complain = File a complaint through SP4N-LAPOR!
licence = Licence
of = of
joined = { $first } { $second }
link = <a href="{ $url }">{ $text }</a>

## Quarters

tw1 = Q1
tw2 = Q2
tw3 = Q3
tw4 = Q4
tw1_long = Quarter 1
tw2_long = Quarter 2
tw3_long = Quarter 3
tw4_long = Quarter 4

## State of a commitment

state_reached = Met
state_not_reached = Not met
state_on_track = On track
state_below_track = Behind target
state_late =
    { $days ->
        [one] { $days } day late
       *[other] { $days } days late
    }
state_unavailable = Not available yet
state_not_due = Not due yet
state_withdrawn = Withdrawn
state_undeclared = Undeclared
state_not_computable = Not computable
count_reached = { $count } met
count_not_reached = { $count } not met
count_on_track = { $count } on track
count_below_track = { $count } behind target
count_late = { $count } not fully reported
count_unavailable = { $count } not available yet
count_not_due = { $count } not due yet
kept_reached =
    { $total ->
        [one] { $kept } of { $total } due commitment met in { $when }
       *[other] { $kept } of { $total } due commitments met in { $when }
    }
kept_on_track =
    { $total ->
        [one] { $kept } of { $total } due commitment on track in { $when }
       *[other] { $kept } of { $total } due commitments on track in { $when }
    }
kept_both =
    { $total ->
        [one] { $kept } of { $total } due commitment met or on track in { $when }
       *[other] { $kept } of { $total } due commitments met or on track in { $when }
    }
kept_without_figures = No figures yet for { $when }
kept_silent = Nothing was reported for { $when }
rest_below_track = { $count } behind target
rest_not_reached = { $count } not met
rest_late =
    { $count ->
        [one] { $count } not fully reported ({ $days ->
            [one] { $days } day late
           *[other] { $days } days late
        })
       *[other] { $count } not reported (up to { $days ->
            [one] { $days } day late
           *[other] { $days } days late
        })
    }
rest_unavailable = { $count } not available yet
rest_not_due = { $count } not due yet
headline_kept = { $kept } of { $total } kept
nothing_due =
    { $total ->
        [one] The only commitment is not due yet
       *[other] None of the { $total } commitments is due yet
    }

## Overall achievement

achievement_none = The overall achievement cannot be computed yet.
achievement_all =
    { $total ->
        [one] Achievement <b>{ $percent }</b>{ $category } over { $total } commitment{ $weights }.
       *[other] Achievement <b>{ $percent }</b>{ $category } over { $total } commitments{ $weights }.
    }
achievement_part = Achievement <b>{ $percent }</b>{ $category } over { $counted } of { $total } commitments{ $weights }; as low as { $floor } if the rest scored 0.
weights = { " " }(weight { $counted } of { $total })
in_category = { " " }({ $category })
left_out = Left out: { $parts }.
left_out_late = { $count } not fully reported
left_out_unavailable = { $count } not available
left_out_not_due = { $count } not due
left_out_not_computable = { $count } not computable
uncapped = Without the cap on single commitments: { $percent }.
counted_of = { $counted } of { $total } counted

## A commitment

compare_up = { $lead }: <b>{ $actual }</b> against a target of <b>{ $target }</b>
compare_down = { $lead }: <b>{ $actual }</b> against a target of at most <b>{ $target }</b>
compare_range = { $lead }: <b>{ $actual }</b> against a target range of <b>{ $target }</b>
compare_rank = { $lead }: <b>{ $actual }</b> against a target of <b>{ $target }</b>
target_of_year = (target for the year { $target })
target_of_contract = (target for the contract period { $target })
lead_sum = Total { $quarters }
lead_mean = Average { $quarters }
lead_sum_year = Total for { $year }
lead_mean_year = Average for { $year }
lead_last_year = Result for { $year }
completion_in_time = <b>{ $outcome }</b>, due { $due }
completion_late =
    { $days ->
        [one] <b>{ $outcome }</b>, { $days } day after the due date { $due }
       *[other] <b>{ $outcome }</b>, { $days } days after the due date { $due }
    }
summary_late = { $quarter } <b>not reported</b>. Reports were due by { $deadline }.
summary_unavailable = { $quarter } <b>not available yet</b>: <span lang="id">{ $reason }</span>
summary_not_due = Target <b>{ $target }</b>, due { $due }
summary_published = Target <b>{ $target }</b>; the figure is published { $due }
summary_not_due_done = To be finished by <b>{ $due }</b>
summary_share = Up to { $quarter }: <b>{ $actual }</b>, { $percent } of the yearly target <b>{ $target }</b>
summary_share_without_percent = Up to { $quarter }: <b>{ $actual }</b>; yearly target <b>{ $target }</b>
last_known = Computed once it is reported. Last report, { $quarter }: { $actual }, target { $target } (achievement { $percent }).
direction_up = Higher is better.
direction_down = Lower is better.
direction_range_lower = Good within or below the range.
direction_range_higher = Good within or above the range.
direction_range_inside = Good within the range.
direction_rank = A higher rank is better.
direction_completion = Finished by its due date or not.
formula_ratio = Achievement = { $actual } ÷ { $target } × 100 = <b>{ $percent }</b>
formula_mirrored = Achievement = (2 − { $actual } ÷ { $target }) × 100 = <b>{ $percent }</b>
formula_inverse = Achievement = { $target } ÷ { $actual } × 100 = <b>{ $percent }</b>
formula_inside = Achievement within the range = <b>{ $percent }</b>
formula_ranks = Achievement = rank { $actual } of { $ranks } ÷ rank { $target } of { $ranks } × 100 = <b>{ $percent }</b>
formula_done = Achievement = <b>{ $percent }</b>, finished on time
formula_done_late = Achievement = <b>{ $percent }</b>, not finished on time
with_category = { $formula } · { $category }
not_computable = not computable
not_computable_target = The achievement is not computable: a target of 0 or less allows no ratio.
not_computable_actual = The achievement is not computable: an actual of 0 or less cannot be a divisor.
not_computable_kind = The achievement is not computable: the kind of the actual does not fit the target.
missing_named = { $quarters } not reported.
missing_against_all = { $quarters } not reported. Measured against the targets of all quarters that are due, since the result is lower.
missing_against_reported = { $quarters } not reported. Measured against the targets of the reported quarters, since the result is lower.
against_filed = Against the target that is written now, { $target }, the achievement is { $percent }.
against_original = Against the original target of { $target }: <b>{ $percent }</b>.
contribution = Part of a shared commitment that counts at <a href="{ $url }">{ $post }</a>.
shares = Shared with other contracts; the figures here include them all:
share_delivered = <a href="{ $url }">{ $post }</a>: promised { $promised }, reported { $delivered } ({ $quarters })
share_silent = <a href="{ $url }">{ $post }</a>: promised { $promised }, no figure reported yet
share_own = Own part: { $promised }
share_own_delivered = Own part: { $promised }, reported { $amount }
share_own_below = Own part: { $promised }. The shares above report { $amount } more than this figure.
share_exceeded = The shares above promise { $amount } more than the target of { $promised }.
supported_by = Supported by
shared_with = Shared with { $opds }.
amendment_changed = <b>Target changed by the amendment of { $date }</b>: { $changes }. <span lang="id">{ $reason }</span>
amendment_terms = <b>Changed by the amendment of { $date }</b>: { $changes }. <span lang="id">{ $reason }</span>
amendment_corrected = <b>Clerical correction of { $date }</b>: { $changes }. <span lang="id">{ $reason }</span>
amendment_undeclared = <b>Changed without an amendment</b>: { $changes }. What binds, and what is computed here, stays as it was signed.
amendment_added = <b>Added by the amendment of { $date }.</b> <span lang="id">{ $reason }</span>
changed_term_undeclared = { $what } { $before } → { $after }
changed_term = { $what } <s>{ $before }</s> → { $after }
target_word = target
name_word = name
weight_word = weight
due_word = due date
published_word = publication
revised_undeclared = <b>The { $quarter } figure was changed without explanation</b>: <s>{ $before }</s> → { $after }.
revised = <b>The { $quarter } figure was revised on { $date }</b>: <s>{ $before }</s> → { $after }. <span lang="id">{ $reason }</span>
withdrawn = <b>Withdrawn by the amendment of { $date }</b> (original target { $target }); no longer counted. <span lang="id">{ $reason }</span>
added_undeclared = <b>Added without an amendment, { $date }</b> (target { $target }); it is not in the contract as it was first recorded, and is not counted.
withdrawn_heading = Not counted
response = <b>The official's reply</b> ({ $quarter }): <span lang="id">{ $response }</span>
silenced = <b>A warning of the data check was set aside</b> ({ $code ->
        [P370] a figure far from the target
        [P371] a count below none
        [P372] a count that is not whole
        [P380] quarterly figures look cumulative
        [P381] target worse than the baseline
        [P382] date still to come
        [P383] required document missing
        [P384] page not published
        [P385] no unit
        [P386] no formula
        [P387] no source
        [P388] no due date
        [P389] percentage outside 0–100
        [P390] figure changed tenfold or more
        [P392] its shares promise more than its target
        [P393] its shares report more than this figure
        [P395] decision departs from the figures
       *[other] { $code }
    }): <span lang="id">{ $reason }</span>
target_done = finished
done_on = Finished { $date }
not_done = Not finished
baseline = { $value } ({ $year })
verified = <span lang="id">{ $by }</span>, { $date }
accumulation_sum = Sum: each quarter reports its own amount
accumulation_last = Last: the latest quarter's figure stands
accumulation_mean = Average of the reported quarters
details = Table, formula, source and notes
table_caption = Targets and actuals by quarter
column_quarter = Quarter
column_target = Target
column_actual = Actual
column_running = Cumulative
column_achievement = Achievement
cell_unavailable = not available yet
cell_late =
    { $days ->
        [one] not reported, { $days } day late
       *[other] not reported, { $days } days late
    }
cell_not_due = not due yet
cell_no_deadline = no reporting deadline is set
evidence = Evidence
chart_title = { $name }, by quarter { $year }
chart_title_sum = { $name }, total since January { $year }
chart_title_sum_part = { $name }, cumulative over the contract { $year }
chart_quarter = { $quarter } { $actual }, target { $target }
chart_quarter_without_target = { $quarter } { $actual }
chart_late = not reported
chart_not_asked = no target
spark_title = Achievement: { $quarters }
fact_target = Target for the year
fact_target_contract = Target for the contract period
fact_due = Due date
fact_published = Published
fact_baseline = Baseline
fact_weight = Weight
fact_accumulation = Accumulation
fact_formula = Formula
fact_source = Source
fact_way = Way to reach it
fact_unavailable = Not available yet
fact_reported = Reported
fact_note = Note
fact_obstacle = Obstacle
fact_follow_up = Follow-up
fact_response = The official's reply
fact_verification = Verified

## A contract

supports = Supports
goal_added = Added later
budget = Programmes and budget
budget_caption = Spent since January by the end of each quarter, of the budget now in force
budget_total = Total
column_program = Programme
column_budget = Budget
absorbed_share = <b>{ $share }</b> spent by { $quarter }
absorbed_amount = <b>{ $amount }</b> spent by { $quarter }, with no budget to compare it with
absorbed_none = spending not reported yet
absorbed_not_said = not named in the report
absorbed_partly = only { $said } of { $of } programmes
served_all = achievement of its indicators <b>{ $percent }</b> in { $quarter }
served_part = achievement of its indicators <b>{ $percent }</b> in { $quarter } ({ $counted } of { $total } indicators; as low as { $floor } if the rest scored 0)
served_none = achievement of its indicators cannot be computed yet
reports = Quarterly reports
report_in_time = reported { $date }
report_late =
    { $days ->
        [one] reported { $date }, { $days } day late
       *[other] reported { $date }, { $days } days late
    }
report_partly =
    { $silent ->
        [one] reported { $date }; { $silent } commitment not reported
       *[other] reported { $date }; { $silent } commitments not reported
    }
report_late_partly =
    { $days ->
        [one] reported { $date }, { $days } day late; { $silent ->
            [one] { $silent } commitment not reported
           *[other] { $silent } commitments not reported
        }
       *[other] reported { $date }, { $days } days late; { $silent ->
            [one] { $silent } commitment not reported
           *[other] { $silent } commitments not reported
        }
    }
report_missing =
    { $days ->
        [one] not reported, { $days } day late
       *[other] not reported, { $days } days late
    }
report_not_due = not due yet
report_not_due_until = not due yet, reports due by { $date }
evaluations = Evaluations
amendments = Amendments
amendment = Amendment
correction = Clerical correction
undeclared = Changed without an amendment
cause_official = change of official
cause_strategy = change of strategy
cause_budget = change of budget
cause_priority = change of priorities
contract = Contract
documents = Documents
superior = Superior
subordinates = Subordinates
fact_number = Number
fact_signed = Signed
fact_period = In force
period_ended_early = { $start } to { $end }, the last day in the post; signed until { $signed }
period = { $start } to { $end }
fact_principal = Promised to
fact_rules = Rules
fact_presented = Presented
fact_announced = Announced
fact_inducted = Inducted
fact_reason = Reason
decision_met = met
decision_not_met = not met
decision_extended = extended until { $until }

## Officials, posts, agencies

social_site = { $title }: what the officials of { $government } have promised, and how much of it they have kept
social_total = of { $total }
social_achievement = Achievement { $percent }
social_achievement_none = Achievement can't be computed yet
social_missing = none
social_sample = Sample data
name_withheld = Name withheld
acting = Acting { $post }
daily_acting = Daily acting { $post }
capacity_definitive = permanent
capacity_acting = acting (Plt.)
capacity_daily_acting = daily acting (Plh.)
official_receives = { $count ->
        [one] { $name } receives the promise of { $count } contract as principal; no contract of their own is on record.
       *[other] { $name } receives the promises of { $count } contracts as principal; no contract of their own is on record.
    }
official_without_contract = { $name }: no contract on record.
no_contract = No contract on record.
career = Posts
other_years = Other years
since = since { $date }
from_to = { $start } to { $end }
selection_of =
    { $posts ->
        [one] { $kind }: { $applicants ->
            [one] { $applicants } applicant
           *[other] { $applicants } applicants
        } for { $posts } post
       *[other] { $kind }: { $applicants ->
            [one] { $applicants } applicant
           *[other] { $applicants } applicants
        } for { $posts } posts
    }
post_description = { $post }: its holders over time and their performance contracts.
holders = Holders over time
no_holder = No holder on record.
echelon = Echelon
line_of_command = Line of command
opd_description = { $opd }: its officials, contracts and commitments.
opds_lead = The government's agencies and who leads them today.
opd_merged_from = Merged on { $date } from
opd_split_from = Split off on { $date } from
opd_renamed_from = Renamed on { $date } from
opd_merged_into = Merged on { $date } into
opd_split_into = Split on { $date } into
opd_renamed_into = Renamed on { $date } to
posts = Posts
no_posts = No posts on record.
contracts = Contracts
commitments_of = Commitments
commitments_caption = All commitments and their states
column_indicator = Commitment
column_post = Post
column_state = State

## Report card (rapor)

card = Report card
card_link = Report card to print
card_title = Report card { $year }: { $name }
card_as_of = as of { $date }
card_official = Official
card_opd = Agency
card_caption = Success and failure by target
card_number = No.
card_total = All commitments, shared ones counted once at their owner: { $success }.
card_success = Result: { $success }.
card_legend = Succeeded: met, or on track before the due date. Not succeeded: not met, or behind target. No figure: not reported or not available yet.
card_stakes = What is at stake under the rules
card_address = This page:
card_target_up = at least { $target }
card_target_down = at most { $target }
card_target_range_lower = { $target } or below
card_target_range_higher = { $target } or above
card_target_range_inside = within { $target }
card_target_rank = { $target } or better
card_target_changed = <s>{ $original }</s> { $now }
card_actual = <b>{ $actual }</b> ({ $lead })
card_actual_of = <b>{ $actual }</b> ({ $lead }, target { $target })
success_kept = { $count } succeeded
success_not_kept = { $count } not succeeded
success_silent = { $count } without a figure
success_not_due = { $count } not due

## Evaluations and tenure

tenure_heading = Evaluations and tenure
tenure_chart = Timeline of the tenure; the list below says the same.
tenure_ended = Last day in the post
today = today
evaluation_upcoming =
    { $days ->
        [1] in { $days } day
       *[other] in { $days } days
    }
evaluation_today = Due today
evaluation_overdue =
    { $days ->
        [1] { $days } day overdue
       *[other] { $days } days overdue
    }
evaluation_waiting = Waiting for { $quarter } results
evaluation_held = On record
evaluation_decided_met = Decided: met
evaluation_decided_not_met = Decided: not met
evaluation_extended = Extended
evaluation_extension_over =
    { $days ->
        [1] Extension over for { $days } day
       *[other] Extension over for { $days } days
    }
evaluation_missed = Not on record
evaluation_not_applicable = No longer applies
evaluation_departs = Departs from the figures
evaluation_due_text = Due { $due }.
evaluation_overdue_text =
    { $days ->
        [1] Due { $due }; { $days } day overdue and not on record.
       *[other] Due { $due }; { $days } days overdue and not on record.
    }
evaluation_waiting_text = Due { $due }; waiting for the results of { $other } that it rests on.
evaluation_held_on_day = Held { $other }, on the day it was due.
evaluation_held_early =
    { $days ->
        [1] Held { $other }, { $days } day before it was due on { $due }.
       *[other] Held { $other }, { $days } days before it was due on { $due }.
    }
evaluation_held_late =
    { $days ->
        [1] Held { $other }, { $days } day after it was due on { $due }.
       *[other] Held { $other }, { $days } days after it was due on { $due }.
    }
evaluation_held_unscheduled = Held { $other }, on a day that the rules do not set.
evaluation_extended_text =
    { $days ->
        [1] Due { $due }; extended until { $other }, { $days } day left.
       *[other] Due { $due }; extended until { $other }, { $days } days left.
    }
evaluation_extension_over_text =
    { $days ->
        [1] Due { $due }; extended until { $other }, { $days } day ago, without a new decision.
       *[other] Due { $due }; extended until { $other }, { $days } days ago, without a new decision.
    }
evaluation_missed_text = Due { $due }; nothing was on record by the last day in the post, { $other }.
evaluation_not_applicable_text = Due { $due }; it no longer applies, since the last day in the post was { $other }.
fact_by_figures = By the figures
by_figures = By the figures { $text }
figures_met = met: { $parts }.
figures_not_met = not met: { $parts }.
figures_open = nothing can be said yet: { $parts }.
finding_achievement = achievement { $compared } ({ $quarter })
finding_achievement_part = achievement { $compared } ({ $quarter }, { $counted } of { $total } commitments counted)
finding_all_reached =
    { $due ->
        [one] { $kept } of { $due } due commitment met or on track ({ $quarter })
       *[other] { $kept } of { $due } due commitments met or on track ({ $quarter })
    }
finding_improved = there is improvement over { $evaluation } of { $date }
finding_lower = { $aspects } lower than in { $evaluation } of { $date }
finding_unrisen = { $aspects } below standard and no higher than in { $evaluation } of { $date }
open_no_condition = the rules state no condition
open_no_quarter = no quarter of the contract ends before the evaluation
open_not_closed = { $what } has not ended
open_awaiting = the results of { $what } are not reported yet (deadline { $date })
open_awaiting_undated = the results of { $what } are not reported yet
open_missing =
    { $count ->
        [1] results of { $what } are missing for { $count } commitment
       *[other] results of { $what } are missing for { $count } commitments
    }
open_nothing = no commitment can be compared in { $what }
open_no_record = no aspects are scored yet
open_no_score = no score for { $what }
open_no_earlier = no earlier { $what } is on record
fact_decided = On record
decision_none = no decision
departs_explained = This decision departs from the figures; the reason is on record.
departs_unexplained = This decision departs from the figures, and no reason is on record.
fact_by_rules = Under the rules
stake = { $said } (<a href="{ $url }">{ $basis }</a>)
stake_met = If met: { $what }.
stake_unmet = If not met: { $what }.
fact_exceptions = May still be replaced for
protection_days =
    { $days ->
        [1] { $days } day left
       *[other] { $days } days left
    }
protection_over = Over
protection_lost = Forfeited
protection_running = Under the rules it runs from { $from } to { $until }.
protection_ended = Under the rules it ran from { $from } to { $until }.
protection_forfeited = Forfeited by decision of { $other }; under the rules it ran from { $from } to { $until }.
protection_left = It ended with the last day in the post, { $other }; under the rules it ran from { $from } to { $until }.
evaluations_lead = Who is evaluated when, what is overdue, and what was decided. Figures decide nothing: only a decision on record does.
evaluations_overdue = Overdue
evaluations_upcoming = To come
evaluations_held = Past, the latest first
evaluations_none = The rules prescribe no evaluations, and none is on record.
evaluations_next = Next evaluations and reporting deadlines
evaluations_all = All evaluations and reporting deadlines
evaluations_overdue_count =
    { $count ->
        [1] { $count } evaluation is overdue
       *[other] { $count } evaluations are overdue
    }
deadline_contracts =
    { $count ->
        [1] { $count } contract
       *[other] { $count } contracts
    }
deadline_text = Reports are due by { $date }.
calendar_name = Evaluations and reporting deadlines

## Performance tree

tree_of = Performance tree { $year }
tree_lead = Each goal supports one indicator of the contract above it, from the head of government down to staff (PermenPANRB 89/2021). States are as of now.
tree_achievement = achievement { $percent }
tree_shares = Shared with
tree_loose = Linked to no other indicator
tree_loose_lead = These goals do not name the upper indicator of the same year that they support.
tree_without_contract = Posts without a contract in { $year }

## Home and quarters

heat_heading = Quarter by quarter
heat_title = { $count ->
    [one] Commitments kept each quarter, { $first } to { $last }, { $count } contract; the figures are in the table below
   *[other] Commitments kept each quarter, { $first } to { $last }, { $count } contracts; the figures are in the table below
}
heat_legend = Figures: commitments kept, of those due. Colours follow the worst of them: green where all are kept, amber where some are behind target, red where some are not met. The sign !: not reported. Blank: no contract, or nothing due yet.
heat_left_out = { $shown } of { $all } contracts are shown, from the top of the government down.
heat_table = Table with achievement
heat_caption = Commitments kept, of those due, and achievement at the end of each quarter
column_official = Official
filter_text = Filter
filter_state = Status
filter_all = All
filter_kept = All kept
filter_below_track = Some behind target
filter_not_reached = Some not met
filter_late = Some not reported
filter_shown = <b>{ $shown }</b> of <b>{ $total }</b> shown
sort_by = Sort by
sort_given = As listed
sort_name = Name
sort_lowest = Lowest achievement first
sort_highest = Highest achievement first
home_lead = What the officials of { $government } promised, and what they have delivered.
dataset_description = Performance contracts of the officials of { $government }: targets as signed, results and achievement of every quarter, changes and evaluations.
home_note =
    { $count ->
        [one] { $count } contract. Shared commitments count once.
       *[other] { $count } contracts. Shared commitments count once.
    }
home_when = { $year } (reports up to { $quarter })
ended_contracts = Contracts that have ended
achievement_word = achievement
officials = All officials
commitments = kept
without_contract = No contract on record
receives_only = Receive promises as principals, without a contract of their own on record
by_quarter = By quarter
quarters_lead = Who reported, who is late and who is ahead, quarter by quarter.
quarter_nothing_due = Nothing is due yet
quarter_late = Not reported
quarter_reported = Reported, highest achievement first
quarter_incomplete = Reported, with figures missing
quarter_terms = Judged by the contracts as they stand now: later amendments are taken into account.
quarter_waiting = Not due yet
other_quarters = Other quarters

## Plain pages

plain_description = { $title }: { $government }.
not_found = Page not found
not_found_lead = There is no such address on this site. Start from the home page.
moved = This page moved
moved_lead = This is an old address; the page is here now:
gone = This page was withdrawn
gone_lead = There was a page at { $url }. It was withdrawn on { $date }, for this reason:

## Method

method_lead = How every figure on this site is computed, when contracts are evaluated and by whom, and what follows under their rules.
method_contents = Contract rules on this page
method_formulas = Formulas of achievement
method_formulas_lead = Each commitment names its own formula. T is the target, R the actual. Whether it is met is always decided by comparing R with T, never by the percentage.
column_formula = Achievement
column_reached = Met when
column_example = Example
method_up = Higher is better (naik)
method_up_formula = R ÷ T × 100
method_up_reached = R ≥ T
method_down = Lower is better (turun)
method_down_formula = (2 − R ÷ T) × 100
method_down_reached = R ≤ T
method_down_ratio = Lower is better (turun-rasio)
method_down_ratio_formula = T ÷ R × 100
method_down_ratio_reached = R ≤ T
method_range_lower = Range a–b, below is better
method_range_lower_formula = within 100; above (2 − R ÷ b) × 100; below (2 − R ÷ a) × 100
method_range_lower_reached = R ≤ b
method_range_higher = Range a–b, above is better
method_range_higher_formula = within 100; below R ÷ a × 100; above R ÷ b × 100
method_range_higher_reached = R ≥ a
method_range_inside = Range a–b, only within is good
method_range_inside_formula = within 100; below R ÷ a × 100; above (2 − R ÷ b) × 100
method_range_inside_reached = a ≤ R ≤ b
method_rank = Rank (predikat)
method_rank_formula = rank of R ÷ rank of T × 100, the lowest rank being 1
method_rank_reached = rank of R ≥ rank of T
method_completion = Completion (tuntas)
method_completion_formula = 100 when finished by the due date, else 0
method_completion_reached = finished by its due date
method_example = T { $target }, R { $actual }: { $percent }
method_limits = Achievement is never below 0. When T is 0 or less (or R is 0 or less with turun-rasio) it is not computable; a 0 or 100 is never made up. Everything is computed with exact numbers and rounded only for display; where rounding would cross the bound of a category, more decimals are shown.
method_quarters = From quarters to the year
method_quarters_text = Sum: each quarter reports its own amount, and pages show the total since January. Last: the latest figure stands. Average: the mean of the reported actuals against the mean of their targets. A commitment without quarterly targets is not judged before the end of the year.
method_missing_text = When a quarter is not reported, two figures are possible: against the targets of the reported quarters, or against the targets of all quarters that are due. The lower one is shown, and the missing quarters are named. A blank is never taken for 0.
method_shares_text = Shared commitments: a share that another contract promised is judged in that contract, but totals for the whole site and for a quarter count only the owner's commitment. The owner's figures include all shares; the owner's own part is its target less the shares.
method_states = States of a commitment
method_late = Late
method_state_final = Final: the year has ended or the due date has been reached.
method_state_track = The quarter's target was met or not, before the end of the year.
method_state_late = The reporting deadline has passed without a report. Days count from the deadline; on that day itself a report is still on time.
method_state_unavailable = The agency said that the figure does not exist yet, with its reason.
method_state_not_due = The reporting deadline has not passed, or the quarter has no target of its own.
method_state_not_computable = The comparison gives no percentage. Whether the target is met is still told.
method_overall = Overall achievement
method_overall_text = Each commitment's achievement is capped (where the rules set a cap), weighted, averaged, categorised and then rounded. What is late, not available, not due or not computable is left out, the remaining weights are rescaled, and the page says so. There is no category while something due is missing.
method_budget_text = The share spent is what was spent since January, by the end of the quarter, out of the budget in force today; a budget that an amendment changed is struck through beside it. What was not reported is not taken for 0, and a total stands only where every programme was reported. Beside it stands the achievement of the indicators that the programme serves, computed under the same rules as the contract's. The two are not divided by one another.
method_evaluation_who = What is evaluated is a person in one post since one induction, under however many contracts: someone who signs anew each year is not evaluated twice for "one year after induction". An evaluation that counts from the signature applies to each contract. The rules are those of the contract it looks at: that of the last quarter that had ended before it was due. Months end with the month (31 January + 1 month = 28 February).
method_evaluation_figures = "By the figures" is computed from the overall achievement at the end of that quarter (with caps and weights), under the terms in force when it was due. While results that are due are missing, the figures say nothing. Figures never decide: only a decision on record does. Where the two differ, the page says so with the reason, or that no reason is on record.
method_evaluation_states = A record belongs to the nearest due day of the same rule. Without a record, days overdue count from the day it was due; where the results that it rests on are missing, it waits for them. An extension runs until the day it names. What falls due after the official has left the post no longer applies.
method_protection = Protected tenure is shown as its rules state it, not as a legal opinion, and for permanent officials only. It is forfeited only where a decision on record says so.
method_regime = { $term }, in force since { $date }
method_regime_for = { $name } ({ $who })
replaces = Replaces <a href="{ $url }">{ $name }</a>. Contracts signed before { $date } are still judged by the earlier rules.
replaced_by = Replaced on { $date } by <a href="{ $url }">{ $name }</a>; still in force for contracts signed before that day.
legal_basis = Legal basis
basis_none = These rules name none.
basis_article = { $title }, article { $article }
coverage = Who signs
coverage_since = { $who }, since { $date }
coverage_undated = { $who }, no date set yet
categories = Categories of achievement
categories_none = These rules set no categories; pages give the percentage alone.
categories_caption = A figure falls into the highest category whose bound it reaches
column_category = Category
column_bound = From
band_from = { $bound }%
rank_scales = Ordinal scales, lowest first
required_documents = Required documents
document_for = { $document } – only for { $who }
fact_watchers = Watched by
fact_reporting = Reporting
reporting_quarterly = every quarter
reporting_half_yearly = every half-year: the results of Q2 and Q4
reporting_yearly = every year: the results of Q4
fact_deadline = Reporting deadline
deadline_after = { $span } after the end of the quarter
deadline_after_half_year = { $span } after the end of the half-year
deadline_after_year = { $span } after the end of the year
deadline_none = no reporting deadline is set, so nothing is called late
fact_cap = Cap
cap_at = { $cap } for a single commitment in averages
cap_none = none
fact_protection = Protected tenure
protection = for { $span } { $since } the official may not be replaced
protection_except = { $protection }, except for: { $exceptions }
protection_for = { $text }; only for: { $posts }
fact_aspects = Scored besides achievement
aspect_number = { $aspect } (a number)
span_days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
span_months =
    { $count ->
        [one] { $count } month
       *[other] { $count } months
    }
span_years =
    { $count ->
        [one] { $count } year
       *[other] { $count } years
    }
since_induction = from induction
since_signature = from signature
evaluation_decision = decision
evaluation_monitoring = monitoring
evaluation_review = review
fact_kind = Kind
fact_when = Due
due_after = { $span } { $since }
due_every = every { $span } { $since }
due_yearly = every year, { $label } ({ $day })
fact_by = By
fact_condition = Condition
condition_achievement = an overall achievement of at least { $bound }%
condition_all_reached = all commitments met
condition_aspects = scores of at least: { $aspects }
condition_improvement = an improvement over { $evaluation }: no aspect lower, and what was below its condition has risen
fact_if_met = If met
fact_if_unmet = If not met
fact_consequence = Consequence
no_condition = The rules state neither a condition nor a consequence.
fact_posts = Only for
no_consequence = The rules state no consequence.

## The record of changes

changes_all = All
changes_silent = Undeclared
changes_amendments = Amendments and corrections
changes_revisions = Revised figures
changes_others = Others
changes_latest_first = Latest first
changes_none = No change has been recorded yet.
changes_by_official = By official
changes_latest = Latest changes
changes_see_all = All changes
record_heading = Changes since signing
contract_recorded_late = This contract was first recorded on { $date }, { $days ->
        [one] { $days } day
       *[other] { $days } days
    } after it was signed; no change before that can be seen here.
nothing_changed = Nothing has changed since { $date }.
recorded_on = recorded on { $date }
recorded_late = recorded on { $date }, { $days ->
    [one] { $days } day
   *[other] { $days } days
} after the deadline
recorded_by = Recorded on { $date }, commit <code>{ $commit }</code>.
recorded_by_link = Recorded on { $date }, commit <a href="{ $url }"><code>{ $commit }</code></a>.
not_committed = Not recorded in git yet.
fact_recorded = Recorded
commit_word = commit
commit_unsigned = without a digital signature
commit_unknown_key = digitally signed, by a key that is not registered
commit_invalid = with an invalid digital signature
commit_signed = digitally signed by { $name }
change_of = { $name }: { $changes }
change_english = English wording: { $what }
change_entered = { $what } entered: { $after }
change_taken_out = { $what } taken out: <s>{ $before }</s>
change_removed = removed
change_told_elsewhere = its terms changed, see the record of changes
change_added = added
change_withdrawn = withdrawn
holds_since = in office since { $date }
holds_until = in office until { $date }
change_declared = By the office, { $date }: <span lang="id">{ $reason }</span>
change_kind = { $kind ->
    [undeclared] Changed without an amendment
    [restored] Restored as it was signed
    [amended] Changed by an amendment
    [corrected] Clerical correction
    [amendment-altered] A recorded amendment was changed
    [revised] Figure revised
    [revised-undeclared] Figure changed without explanation
    [withdrawn] Figure removed
    [removed] Contract removed
    [returned] Contract is back
    [renamed] File renamed
    [evaluation] Evaluation changed
    [remarked] Particulars changed
    [holder] Change of holder
    [rules] Rules changed
   *[other] Changed
}
change_term = { $key ->
    [pejabat] official
    [jabatan] post
    [aturan] rules
    [tanda_tangan] day of signature
    [mulai] first day
    [selesai] last day
    [pihak_kedua] second party
    [janji] promise
    [nama] name
    [satuan] unit
    [arah] direction
    [akumulasi] accumulation
    [lebih_baik] better side
    [skala_predikat] scale of ranks
    [target] target
    [tenggat] due date
    [terbit] day of publication
    [bobot] weight
    [rumus] formula
    [milik] owner of the indicator
    [bagian] share
    [anggaran] budget
    [nomor] number
    [sasaran] goal
    [induk] upper indicator
    [sumber] source
    [cara] way to reach it
    [awal] baseline
    [bersama] other agencies
    [dokumen] documents
    [pengumuman] announcements
    [alasan] reason
    [tanggal] date
    [berkas] file name
    [dilaporkan] day of the report
    [nilai] actual
    [belum_ada] reason why not available
    [catatan] note
    [kendala] obstacle
    [tindak_lanjut] follow-up
    [tanggapan] reply
    [bukti] evidence
    [verifikasi] verification
    [serapan_sampai_kini] spending to date
    [pelantikan] induction
    [berakhir] end of tenure
   *[other] { $key }
}
## Frozen copies

frozen_heading = Frozen copies
frozen_all = Frozen copies of all quarters (in Indonesian)
frozen_copy = Frozen copy of { $quarter }
frozen_unchanged = Nothing has changed since it was frozen.
frozen_changed = Since it was frozen:
frozen_absent_by_name = It holds no contract under this file name.
frozen_gone_by_name = There is no contract under this file name now.
frozen_absent = This contract was not on record when it was frozen.
frozen_removed = Taken out of the frozen copy on { $date }: { $reason }
frozen_contract_gone = This contract is no longer on record.
frozen_gone = <b>{ $name }</b>: no longer on record
frozen_added = <b>{ $name }</b>: added
frozen_withdrawn = <b>{ $name }</b>: withdrawn
frozen_steps = <b>{ $name }</b>: { $steps }
frozen_step = { $what } { $before } → { $after }
frozen_target_of = target { $quarter }
frozen_whole = <b>The whole contract</b>: { $steps }
frozen_report = report
frozen_kept = kept
frozen_silent = not reported
report_not_asked = no report is asked for
moment = { $date }, { $time } { $zone }

## Search and the index of names

search = Search
search_lead = Officials, posts, agencies and indicators on this site.
search_label = Name, post, agency or indicator
search_shown = # of # results
search_more = # more. Add a word to narrow them down.
search_none = Nothing matches.
search_failed = The search failed: its data could not be loaded. Check the connection, then press Enter.
search_opd = Agency
search_official = Official
search_post = Post
search_indicator = Indicator
search_officials = Officials from A to Z
search_other_letters = Others
search_letter = Officials: { $letter }
search_letter_lead = { $count ->
    [one] { $count } official, by name without titles.
   *[other] { $count } officials, by name without titles.
}
search_opds = All agencies, with their posts and indicators

## Data for other programs

data = Data
data_of_page = Data of this page:
data_all = all data
data_title = Performance data of { $government }
data_sample = { $title } (sample data)
data_lead = Every promise, target, actual, capaian, evaluation and change on this site as files for spreadsheets and programs, with the meaning of each column.
data_licence_text = Copy, work with and publish them again, naming the source.
data_whole = Everything at once
data_beside = Beside each page of an official, a contract year, an organisation and a quarter stand index.json (all facts of that page) and indikator.csv (its commitments quarter by quarter): put the name behind the Indonesian page’s address. Data files are written once, in Indonesian.
data_follow = What is new stands in feed.xml (Atom) and feed.json (JSON Feed), deadlines and evaluations in calendars (iCalendar).
data_rules = How to read them
data_missing = Empty
data_missing_text = An empty cell (null in JSON) is no figure, never zero. The columns laporan and keadaan say why.
data_formats = Form
data_formats_text = CSV: UTF-8 by RFC 4180, dates by ISO 8601, a decimal point, no thousands separators. For Excel take pantau.xlsx.
data_formula = No formulas
data_formula_text = In CSV a text that a spreadsheet would take for a formula (beginning with =, +, - or @, also behind a semicolon or at the start of a line) has an apostrophe (') before that sign. Negative numbers stay numbers. In the other forms a text stands as it is.
data_exact = Precision
data_exact_text = Figures stand as they were reported. Where the decimals of a capaian have no end it is rounded to ten; capaian_pecahan has the exact value, and perhitungan the formula with its numbers.
data_stable = Stability
data_stable_text = Names of files and columns stay. New columns may be added at the end; one that goes or means another thing raises the number format in the JSON.
data_examples = Examples
data_example_spreadsheet = Open pantau.xlsx and write this formula into an empty cell of a new sheet: how many commitments were not reported in time. An Indonesian Excel has semicolons between the parts of a formula.
data_example_python = How many commitments are in each state, with the standard library alone.
data_example_r = How many commitments are in each state, and the mean of their capaian, without further packages.
data_example_duckdb = The same straight from the Parquet file, also with millions of rows.
data_tables = Tables and their columns
data_table = Table
data_column = Column
data_columns_of = Columns of the table
data_kind = Kind
data_meaning = Meaning
data_key = Key:
data_may_be_empty = may be empty
data_kind_text = text
data_kind_choice = one of the words
data_kind_whole = whole number
data_kind_year = year
data_kind_number = number
data_kind_rupiah = rupiah
data_kind_percent = percent
data_kind_date = date
data_kind_moment = time, UTC
data_kind_address = address
data_json_text = all tables in one JSON document
data_workbook_about = an Excel workbook, one sheet a table
data_package_text = description of the tables, their keys and references (Frictionless Data Package)
data_catalogue_text = description for catalogues of data (DCAT)
data_workbook_text = Numbers, dates and rupiah are shown as Indonesian readers write them; the decimal sign follows the computer’s settings. The second sheet explains each column. A text longer than a cell can hold is cut off; it stands in full in the CSV file.
data_source = Source
data_address = Address
data_as_of = As of
data_note = Note
data_sheet_about = About
data_sheet_columns = Columns
data_keywords = performance, performance agreement, performance contract, target, actual, transparency

## Following

follow = Follow
follow_feed = feed
follow_calendar = calendar
following_sample = Sample data: { $title }
calendar_about = Evaluations and reporting deadlines, by { $government }.
calendar_nothing = No evaluation or reporting deadline yet
deadline_published = Its figure is published later than reports are due.
feed_name = Results and changes
feed_about = Results of each quarter, late reports, amendments, revisions and evaluations, by { $government }.
feed_result = Results of { $quarter }
feed_late = Late report of { $quarter }
feed_late_text = No report of { $quarter } came by the deadline, { $date }.
feed_silent = not reported
feed_due = Evaluation due
feed_decided = Outcome of an evaluation

# What other sites show of a commitment, and its pictures
embeds = Charts for other sites
embeds_title = Charts of the commitments of { $name }, { $year }
embeds_lead = Each chart can be shown on another site by pasting its code, or fetched as a picture. What is embedded always shows the latest data; a picture stays as it was when it was fetched. Pictures are in Indonesian.
embed_source = Source:
embed_how = Embed on your site
embed_snippet = Paste this code into your page:
embed_pictures = Pictures (in Indonesian):
embed_all = All charts
embed_page = Page to embed
picture_source = Source: { $government }. { $as_of } Licence { $licence }.
picture_good = Meets the target
picture_watch = Not met yet
picture_bad = Not met
picture_neutral = Actual
picture_target = Target
picture_missing = Not reported
picture_due = Due

# The web form for staff
admin_title = Data form: { $site }
admin_loading = The form is being loaded.
admin_missing = The program of the form is not installed or could not be loaded. Ask those who run the site to put it into the folder cms/ (see the guide).
admin_noscript = This form needs JavaScript.
admin_choose = Choose your organisation. Each has a form of its own.
admin_others = Posts without an organisation
admin_results = Results { $quarter }
admin_results_about = Fill in the value of each indicator, or why there is none yet. Leave empty what is not reported yet; 0 is a value. Comments (#) in a file are lost when it is saved here.
admin_comments = Comments (#) in a file are lost when it is saved here; all else that the form does not show is kept.
admin_people = Officials
admin_posts = Posts
admin_opds = Organisations
admin_slug = Name of the file without degrees: lower-case letters a–z, digits and hyphens.
admin_target = Target { $period }: { $target }.
admin_budget = Budget { $budget }; write what was absorbed since January.
admin_completion = Write the date it was done, such as 2026-03-30, or belum.
admin_done = Done on { $date }.
admin_commit_new = Add
admin_commit_changed = Change
admin_commit_gone = Delete
