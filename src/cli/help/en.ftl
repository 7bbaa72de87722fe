### Help of the command line.
###
### A verb is called as it is written (new-hasil for pantau new hasil), its options VERB_option, the values of one
### VERB_option_value; any_ is for options that mean the same with many verbs.
### .more: what is explained after it; .examples; .value: the name of a value; .default: what holds where it is not
### written; .form: how to write it, told where a value can't be read.

## The words around it

told_usage = Usage
told_verbs = Verbs
told_arguments = Arguments
told_options = Options
told_examples = Examples
told_verb_value = VERB
told_options_value = OPTIONS
told_default = Where it is not given: { $default }
told_values = Values:
told_values_line = Values: { $values }
manual_name = NAME
manual_synopsis = SYNOPSIS
manual_description = DESCRIPTION
manual_options = OPTIONS
manual_verbs = VERBS
manual_notes = NOTES
manual_examples = EXAMPLES
manual_version = VERSION

## Wrong usage

wrong = Failed: { $what }
wrong_verb = there is no verb "{ $word }".
wrong_verb_near = Perhaps you mean: { $near }
wrong_verb_missing = there is no verb on the line.
wrong_verbs = The verbs: { $verbs }
wrong_option = there is no option { $word } here.
wrong_option_of = That option belongs to the verb { $verbs }; write it behind it.
wrong_option_near = Perhaps you mean: { $near }
wrong_word = "{ $word }" can't be written here.
wrong_value_missing = { $option } has no value yet.
wrong_choice = { $option } knows no value "{ $value }".
wrong_choice_near = Perhaps you mean: { $near }
wrong_choices = The values: { $values }
wrong_form = the value "{ $value }" of { $option } can't be read.
wrong_missing = what has to be there is not written: { $arguments }
wrong_conflict = { $one } can't be written together with { $other }.
wrong_conflict_other = { $one } can't be written together with the rest of the line.
wrong_twice = { $one } is written more than once.
wrong_count = the number of values of { $option } is not right.
wrong_letters = there are letters on the line that are not UTF-8.
wrong_other = the line can't be read ({ $reason }).
wrong_help = All about it: { $command }

## All verbs

pantau = Turns performance contracts and quarterly results, kept in git, into a public website
    .examples =
        pantau init kinerja
        pantau serve
        pantau check
        pantau build --out public
        pantau help build
    .more = Help of a verb: pantau help VERB, or pantau VERB --help.
pantau_lang = Language of messages and of help
    .more = The site's is the first entry of bahasa in content/situs.yml. Where it is not written, or that file can't be read, the first of LC_ALL, LC_MESSAGES and LANG that is not empty decides: en… is English, everything else Indonesian.
    .default = the site's first, else the machine's
    .value = LANGUAGE
pantau_lang_id = Bahasa Indonesia
pantau_lang_en = English
pantau_quiet = Print results and problems only
pantau_verbose = Also print how long each step took
pantau_help = Print this help
pantau_version = Print the version of pantau

any_root = Folder that holds content/ and may hold themes/
    .default = this folder
    .value = DIR
any_date = "Today", which decides what is due and what is late
    .default = today in the government's time zone
    .value = YYYY-MM-DD
    .form = Write a day of the calendar as year-month-day, such as 2026-08-01.

## Beginning

init = Begin a new site: empty, after a few questions, or a sample
    .more =
        Nothing is asked where --government and --contact are given. Questions go to standard error; where standard input is no terminal, each of its lines is an answer, an empty one the default.
        The folder may hold .git, README and LICENSE, which stay; anything else is refused and nothing is written.
        Exit codes: 0 written; 2 wrong usage or answer, or the disk or git failed.
    .examples =
        pantau init kinerja
        pantau init kinerja --sample { $sample }
        pantau init kinerja --sample { $sample } --history
        pantau init kinerja --government "Pemerintah Kota Contoh" --contact kinerja@contoh.go.id --ci github
init_folder = Folder of the new site; it is made where there is none
    .value = DIR
init_sample = A complete site with invented people and figures
    .value = NAME
init_history = Of a sample that has one: a git repository with a year of dated commits
    .more = It is a smaller site in which promises and figures change, with a word and without, so that pages have something to tell. The folder must hold nothing at all. Needs the program git.
init_government = Name of the government
    .value = NAME
init_instrument = What the contract is called
    .default = Perjanjian Kinerja
    .value = NAME
init_languages = Languages of the site: id or id+en
    .default = id+en
    .value = LANGUAGES
init_address = Where the site will be published
    .default = https://kinerja.example/, to be replaced later
    .value = URL
init_time_zone = Asia/Jakarta, Asia/Makassar or Asia/Jayapura
    .default = Asia/Jakarta
    .value = ZONE
init_contact = The office's address for reports of errors
    .value = ADDRESS
init_ci = Also write what a host of git runs, as pantau ci does
    .default = none
    .value = HOST

ci = Write what a host of git runs: check each proposed change, publish, build daily, freeze
    .more =
        github writes .github/workflows/situs.yml, gitlab .gitlab-ci.yml, forgejo .forgejo/workflows/situs.yml (Gitea and Codeberg too). The first lines of the file say what is to be set at the host, once. The folder must be the root of the repository.
        A file that is there with other content stays as it is unless --replace is given.
        Exit codes: 0 written, or there already; 2 wrong usage, or refused, or the disk failed.
    .examples =
        pantau ci github
        pantau ci gitlab --replace
ci_host = The host, by the form of what it runs
    .value = HOST
ci_root = Folder that holds content/
    .default = this folder
    .value = DIR
ci_replace = Replace a file that is there with other content

schema = Write JSON Schemas of the data files, with which an editor completes, explains and checks
    .more =
        It then says how an editor finds them: by a first line in each file, or by one setting for all.
        Run it again after each new version of pantau.
        Exit codes: 0 written; 2 wrong usage, or the disk failed.
    .examples =
        pantau schema
        pantau schema --out .vscode/skema
schema_root = Folder that holds content/
    .default = this folder
    .value = DIR
schema_out = Folder to write to; other files in it stay
    .default = skema in --root
    .value = DIR

## Making and showing

build = Write the whole site to a folder
    .more = Exit codes: 0 written; 1 problems in the data, nothing was written and the published folder stays; 2 wrong usage, or the disk or the theme failed.
    .examples =
        pantau build
        pantau build --base-url https://user.host/repo/
        pantau build --only '*.html' --only 'en/**' --out sebagian
        pantau build --shard 2/3 --out bagian/2
build_out = Folder to write
    .default = public in --root
    .value = DIR
build_base_url = Where the site will be published
    .default = alamat in content/situs.yml
    .value = URL
build_fresh = Believe nothing that an earlier run has kept: render every page, read the whole history
build_only = Write only files whose path in the output matches; may be repeated
    .more = `*` and `?` stay within a folder, `**` does not. All of content/ is checked as always. What is written is a part of the site, without manifest.json; it never replaces a whole one.
    .value = PATTERN
    .form = Write a pattern such as '*.html' or 'en/**'; square brackets come in pairs, and ** stands alone between slashes.
build_shard = Write the I-th of N parts of the site, from 1, for pantau merge
    .more = Which files are in which part follows from their paths, on any machine. All parts must be built from the same state: give each the same --date.
    .value = I/N
    .form = Write the number of the part and how many there are, such as 2/3; numbers begin with 1, and there are at most 10000 parts.

merge = Put the parts of a site together that pantau build --shard has written
    .more =
        Each part is held to its own description (part.json): one division, complete, of one state (version, date, address, theme, commit, sources), each file with the SHA-256 and size that it had, nothing besides. The site is the one that a single build writes, byte for byte. Where the file system allows it, its files are hard links to those of the parts.
        Exit codes: 0 written; 1 the parts make no whole, nothing was written and the published folder stays; 2 wrong usage, or the disk failed.
    .examples =
        pantau merge bagian/1 bagian/2 bagian/3 --out public
merge_parts = Folders of all parts
    .value = PART
merge_out = Folder to write
    .value = DIR

serve = Show the site in a browser; a saved file shows by itself, and so does what is wrong with it
    .more = Only this machine can connect, unless --host says otherwise. Stop with Ctrl-C.
    .examples =
        pantau serve --open
        pantau serve --port 8080
        pantau serve --host 0.0.0.0
serve_port = Port to listen on
    .default = 4747, or another that is free
    .value = N
    .form = Write a number from 0 to 65535, such as 8080.
serve_host = Address to listen on, for others in the office; 0.0.0.0 for all of this machine's
    .default = 127.0.0.1, which only this machine reaches
    .value = ADDRESS
    .form = Write an IP address, such as 0.0.0.0 or 192.168.1.20.
serve_open = Open the site in the browser

verify = Compare a published site with the one that its sources give, file by file
    .more =
        The site's manifest.json says as of which day, for which address and by which version it was built. With the same version every byte should be the same; with another one differences are expected. Where it names a commit, the sources are those of that commit, from the repository around --root.
        Of an address every file is fetched, up to 100 MiB each and within 30 seconds; what is published there besides can't be seen. Of a folder that is seen too.
        Exit codes: 0 all files are the same; 1 differences; 2 wrong usage, or the comparison could not be made.
    .examples =
        pantau verify https://user.host/repo/
        pantau verify public --format json
verify_place = Address or folder of the published site
    .value = URL-OR-DIR
verify_format = How to print what was found
    .value = FORMAT
verify_format_human = for people, with the first line that differs of each text
verify_format_json = for programs: what the site says of itself, and the differences with path, kind and line

## Checking

check = List every problem in the data, with file, line and what to write instead
    .more = Exit codes: 0 no problems (warnings don't count); 1 problems; 2 wrong usage, or the disk failed. They are the same in every format.
    .examples =
        pantau check
        pantau check --format github
        pantau check --format sarif > pantau.sarif
check_format = How to print problems
    .value = FORMAT
check_format_human = for people, with the lines in question; after 100 problems of a file the rest is counted
check_format_json = for programs: a list of problems with severity, code, file, line, column, message and help
check_format_github = workflow commands of GitHub Actions, which shows the problems in a pull request
check_format_sarif = a SARIF 2.1.0 log, for code scanning and editors
check_format_gitlab = a Code Quality report of GitLab, which shows the problems in a merge request

status = Say who has reported a quarter, who is late, and what is due next
    .more =
        Without --triwulan it looks at the latest quarter that has ended, and at what is still missing of quarters before it.
        Exit codes: 0 told; 1 problems in the data; 2 wrong usage, or the disk failed.
    .examples =
        pantau status
        pantau status --triwulan 2026-tw4 --format json
        pantau status --format message | xclip
status_quarter = The quarter to look at, such as 2026-tw4
    .default = the latest that has ended
    .value = QUARTER
    .form = { any_quarter }
status_triwulan = The quarter as an option; --quarter is the same
    .default = the latest that has ended
    .value = QUARTER
    .form = { any_quarter }
status_format = How to tell it
    .value = FORMAT
status_format_human = a table for people
status_format_json = for programs: date, quarter, contracts, what was left behind, what is due next
status_format_message = a reminder to those who have not reported, ready to be sent

diff = Tell what will change on the site compared with a commit: figures, what follows, and pages
    .more =
        Both states are computed as of the same day, and nothing is written. Figures are told with the changed pages on which they stand; terms, what follows from both (capaian, states, categories) and what is new or gone come after them. Numbers come from the tables of /data/, not from texts.
        Of many changes the first are shown and the rest is counted; --format json has all.
        Of a branch that others work on as well, compare with where yours began: git merge-base origin/main HEAD. In a shallow clone there is nothing to compare with: fetch the whole history (fetch-depth: 0, GIT_DEPTH: 0).
        Exit codes: 0 compared, whether or not there are changes; 1 problems in the data of either state; 2 wrong usage, or git, the disk or the theme failed.
    .examples =
        pantau diff main
        pantau diff HEAD~1 --format markdown
        pantau diff origin/main --format json > perubahan.json
diff_base = What to compare with: a branch, a tag or a commit, such as origin/main
    .default = HEAD, the last commit
    .value = BASE
diff_format = How to print what will change
    .value = FORMAT
diff_format_human = for people
diff_format_json = for programs: figures, rows of tables and files that change, all of them
diff_format_markdown = for the comment of a pull request or the summary of a job

freeze = Write a quarter down as it was known at the end of its reporting deadline, once and for all
    .more =
        Writes content/arsip/YEAR-twN.json from the record of changes (git); commit that file. Its pages stand below /arsip/ and never change.
        Exit codes: 0 written, or unchanged; 1 refused: the deadline has not passed, something else was frozen, or problems in the data of that day; 2 wrong usage, or the disk or git failed.
    .examples =
        pantau freeze 2026-tw3
        pantau freeze 2026-tw3 --check
        pantau freeze --due
        pantau freeze 2026-tw3 --redact sari-wulandari --reason "Nama orang lain"
freeze_quarter = The quarter, such as 2026-tw3; not with --due
    .value = QUARTER
    .form = { any_quarter }
freeze_due = Every quarter whose deadline has passed since the record began, and that is not frozen yet
    .more = For a daily run. Does nothing on a site that asks for no record (catatan_sejak).
freeze_check = Write nothing; exit with 1 unless the quarter is frozen as the record has it
freeze_replace = Replace what was frozen before, although that should never change
freeze_redact = Take the facts of an official out of what was frozen; a dated note takes their place
    .value = OFFICIAL
    .form = Write the id of an official, which is the name of the file in content/pejabat/ without .yml.
freeze_reason = Why, in words that are published
    .value = TEXT

## Forms

formulir = Write the forms of a quarter as workbooks, one for each organisation
    .more =
        Each workbook has a sheet of instructions and one for each contract of which something is due: targets and last figures filled in and locked, cells to fill with drop-downs and checks. Filled ones, also those saved by LibreOffice or Google Sheets, are read by pantau import.
        Exit codes: 0 written; 1 problems in the data, or nothing is due in that quarter; 2 wrong usage, or the disk failed.
    .examples =
        pantau formulir --triwulan 2026-tw4
        pantau formulir --triwulan 2026-tw4 --out formulir
formulir_quarter = The quarter, such as 2026-tw4
    .default = the last one that is over
    .value = QUARTER
    .form = { any_quarter }
formulir_triwulan = The quarter as an option; --quarter is the same
    .default = the last one that is over
    .value = QUARTER
    .form = { any_quarter }
formulir_out = Folder to write to; other files in it stay
    .default = formulir in --root
    .value = DIR

import = Take filled forms over into the data, after a preview and a question
    .more =
        Reads forms of pantau formulir as .xlsx or .ods, saved by Excel, LibreOffice or Google Sheets. Every mistake is told with its workbook, sheet and cell; with an error nothing is written. What is written keeps the comments and the order of the files; an empty cell never takes out what was reported.
        Exit codes: 0 written, or nothing changes; 1 problems, or declined: nothing was written; 2 wrong usage, nobody to ask (use --yes), or the disk failed.
    .examples =
        pantau import formulir/dinas-kesehatan-2026-tw4.xlsx
        pantau import formulir --dry-run
        pantau import formulir --yes
import_files = Filled forms, or folders of them
    .value = FILES
import_yes = Write without asking
import_dry_run = Show what would change and write nothing

## New files of data

new = Write new files: data with comments (an organisation, a post, an official, a contract, a quarter's results), or a theme
    .more =
        What the flags don't say is asked. Questions go to standard error; where standard input is no terminal, each of its lines is an answer, an empty one the default.
        Nothing that exists is ever overwritten.
        Exit codes: 0 written, or all was there; 1 problems in the data kept something from being written; 2 wrong usage or answer, or the disk failed.
    .examples =
        pantau new hasil --triwulan 2026-tw4
        pantau new pejabat
        pantau new kontrak --post kepala-dinas-kesehatan --year 2027

new-opd = An organisation (OPD): content/opd/ID.yml
    .examples =
        pantau new opd
        pantau new opd --name "Dinas Kesehatan" --short-name Dinkes
new-opd_name = Full name
    .value = NAME
new-opd_id = Id: the name of the file
    .default = from the name
    .value = ID
new-opd_short_name = Short name
    .value = NAME

new-jabatan = A post: content/jabatan/ID.yml
    .examples =
        pantau new jabatan
        pantau new jabatan --name "Kepala Dinas Kesehatan" --opd dinas-kesehatan --echelon II.b --superior bupati
new-jabatan_name = Name of the post
    .value = NAME
new-jabatan_id = Id: the name of the file
    .default = from the name
    .value = ID
new-jabatan_opd = Its organisation, by its id; a hyphen for none
    .value = ID
new-jabatan_echelon = Echelon, such as II.b
    .value = ECHELON
new-jabatan_superior = The post above, by its id; a hyphen for none
    .value = ID

new-pejabat = An official: content/pejabat/ID.yml
    .examples =
        pantau new pejabat
        pantau new pejabat --name "dr. Sari Wulandari, M.Kes." --post kepala-dinas-kesehatan --inducted 2026-01-05
new-pejabat_name = Name, with degrees
    .value = NAME
new-pejabat_id = Id: the name of the file
    .default = from the name, without degrees
    .value = ID
new-pejabat_capacity = definitif, plt or plh
    .default = definitif
    .value = WORD
new-pejabat_inducted = Day of induction
    .value = YYYY-MM-DD

new-kontrak = A contract: content/kontrak/YEAR/ID.yml; what nobody has said yet stands there without a value
    .more = Until every empty place is filled in, pantau check names what is missing, and nothing is published.
    .examples =
        pantau new kontrak
        pantau new kontrak --post kepala-dinas-kesehatan --year 2027 --like 2026/kepala-dinas-kesehatan
new-kontrak_like = Take the indicators of an earlier contract over, such as 2026/kepala-dinas
    .value = CONTRACT

new-hasil = The results of a quarter: content/hasil/YEAR/twN/ID.yml for every contract in force then
    .more =
        Each indicator that is asked for stands there with its unit, direction, target and last value. A file of which nothing is filled in counts as no report and holds up nobody.
        Where some data have errors, the files of contracts that need them are not written.
    .examples =
        pantau new hasil --triwulan 2026-tw4
        pantau new hasil --triwulan 2026-tw4 --contract 2026/kepala-dinas-kesehatan
new-hasil_quarter = The quarter, such as 2026-tw4; --quarter is the same
    .default = the last one that is over
    .value = QUARTER
    .form = { any_quarter }
new-hasil_contract = Of this contract only, such as 2026/kepala-dinas
    .value = CONTRACT

new-tema = A theme: files in themes/NAME/ as a shipped theme has them, to be changed
    .more = Only files that are changed need to be there; the rest stays as it is shipped. A file that is there with other content is not overwritten.
    .examples =
        pantau new tema biru
        pantau new tema biru templates/home.html locales/id.ftl
new-tema_name = Name of the theme, which is that of its folder: lower-case letters, digits and hyphens
    .value = NAME
    .form = Write lower-case letters, digits and hyphens only, such as light-blue.
new-tema_files = Which files, such as templates/official.html
    .value = FILE
new-tema_like = The shipped theme that they are taken from
    .value = THEME

import-pk = Begin a contract from the table of an existing agreement (PK): xlsx, ods or csv
    .more =
        The columns are found by their headings (Sasaran, Indikator, Satuan, Target, TW I to TW IV), shown, and confirmed before anything is written; --column corrects one. Numbers that can be read in two ways are left out, with their cells named. Direction and accumulation stand in no such table: they are left open in the file, and pantau check asks for them.
        What exists is never overwritten.
        Exit codes: 0 written; 1 not confirmed, nothing written; 2 wrong usage or answer, no such table, or the disk failed.
    .examples =
        pantau import-pk pk-dinkes.xlsx
        pantau import-pk pk-dinkes.xlsx --post kepala-dinas-kesehatan --year 2026 --column target=E --yes
import-pk_file = The spreadsheet
    .value = FILE
import-pk_sheet = The sheet, by name
    .default = the first that has the table
    .value = NAME
import-pk_columns = Which column holds what: sasaran, indikator, satuan, target, tw1 to tw4, bobot, rumus, sumber
    .value = KEY=LETTER
    .form = Write the key and the letter of its column, such as target=E. The keys: sasaran, indikator, satuan, target, tw1, tw2, tw3, tw4, bobot, rumus, sumber.
import-pk_yes = The columns are right: don't ask

any_post = Post, by its id
    .value = ID
any_official = Who promises, by id
    .default = who holds the post
    .value = ID
any_year = Year of the contract
    .value = YEAR
any_regime = Regime, by its id
    .default = the one in force
    .value = ID
any_id = Id: the name of the file
    .default = the post's
    .value = ID
any_number = Number of the document
    .value = TEXT
any_signed = Day of the signature; left empty in the file where it is not known yet
    .value = YYYY-MM-DD
any_quarter = Write the year and the quarter, such as 2026-tw4.

## Help

completions = Write what a shell needs to complete verbs and options
    .examples =
        pantau completions bash > ~/.local/share/bash-completion/completions/pantau
        pantau completions fish > ~/.config/fish/completions/pantau.fish
        pantau completions zsh > ~/.zfunc/_pantau
completions_shell = The shell
    .value = SHELL

man = Write manual pages in both languages, one for pantau and one for each verb
    .more =
        The English ones go to DIR/man1, the Indonesian ones to DIR/id/man1; there man looks for them by the language of the machine. Read them with man pantau-build.
        Exit codes: 0 written; 2 wrong usage, or the disk failed.
    .examples =
        pantau man --out ~/.local/share/man
man_out = Folder of manuals; other files in it stay
    .value = DIR

help = Show the help of a verb, as --help behind it does; pantau bantuan is the same
    .examples =
        pantau help build
        pantau bantuan new hasil
help_verb = The verb
    .default = all verbs
    .value = VERB
