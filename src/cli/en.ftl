failed = Failed
help = help
severity_error = error
severity_violation = violation
severity_warning = warning
errors =
    { $count ->
        [one] { $count } error
       *[other] { $count } errors
    }
violations =
    { $count ->
        [one] { $count } violation
       *[other] { $count } violations
    }
warnings =
    { $count ->
        [one] { $count } warning
       *[other] { $count } warnings
    }
more_in_file =
    { $count ->
        [one] There is { $count } more problem
       *[other] There are { $count } more problems
    } in { $file }. Mend those above first, then check again; pantau check --format json tells them all.
no_form_program = The web form at admin/ can't be used yet: there is no cms/index.js. Install its program once, at the root of the repository: npm pack @sveltia/cms@0.221.1 && tar xzf sveltia-cms-0.221.1.tgz && mv package/npm cms && rm -r package sveltia-cms-0.221.1.tgz, then commit the folder cms/.
nothing_written = Nothing was written; the published site stays as it was.
all_well =
    All is well: { $officials ->
        [one] { $officials } official
       *[other] { $officials } officials
    }, { $contracts ->
        [one] { $contracts } contract
       *[other] { $contracts } contracts
    }, { $reports ->
        [one] { $reports } quarterly report
       *[other] { $reports } quarterly reports
    }.
well_but =
    Fit to publish: { $officials ->
        [one] { $officials } official
       *[other] { $officials } officials
    }, { $contracts ->
        [one] { $contracts } contract
       *[other] { $contracts } contracts
    }, { $reports ->
        [one] { $reports } quarterly report
       *[other] { $reports } quarterly reports
    }.
well_violated =
    Fit to publish, with violations that pages tell of too: { $officials ->
        [one] { $officials } official
       *[other] { $officials } officials
    }, { $contracts ->
        [one] { $contracts } contract
       *[other] { $contracts } contracts
    }, { $reports ->
        [one] { $reports } quarterly report
       *[other] { $reports } quarterly reports
    }.
pdf_not_read = { $count ->
        [one] The pages of { $count } PDF in media/ are not checked; only what the file says of itself.
       *[other] The pages of { $count } PDFs in media/ are not checked; only what the files say of themselves.
    }
media_not_read = { $count ->
        [one] { $count } office, sound or video file in media/ is checked for its kind only.
       *[other] { $count } office, sound or video files in media/ are checked for their kind only.
    }
rendering = rendering pages
built = { $pages } files in { $out }: { $written } written, { $kept } unchanged, { $removed } removed ({ $megabytes } MB, { $seconds } s). As of { $date }.
built_part = Only a part of the site, not to be published: { $pages } files in { $out }: { $written } written, { $kept } unchanged, { $removed } removed ({ $megabytes } MB, { $seconds } s). As of { $date }.
reading_parts = reading parts
merging = merging
merged = { $files } files in { $out } from all parts: { $written } new, { $kept } unchanged, { $removed } removed ({ $megabytes } MB).
not_merged = Not merged; { $out } stays as it was.
no_part = { $place } is no part of a site: it has no part.json. Parts are written by pantau build --shard I/N.
part_unread = { $place }/part.json can't be read: { $why }
part_other_count = { $place } is part { $shard }, but { $first } is part { $other }. Merge all parts of one division.
part_twice = Part { $shard } is there twice: { $first } and { $place }.
part_missing = Part { $shard } is missing.
part_other_state = { $what ->
        [version] { $place } was built with pantau { $here }, { $first } with { $there }.
        [date] { $place } is as of { $here }, { $first } as of { $there }. Give all parts the same --date.
        [address] { $place } is for the address { $here }, { $first } for { $there }. Give all parts the same --base-url.
        [theme] { $place } has another theme ({ $here }) than { $first } ({ $there }).
        [commit] { $place } is from commit { $here }, { $first } from { $there }. Build both from the same commit.
        [uncommitted] { $place } has changes that are not committed ({ $here }), other than { $first } ({ $there }).
       *[sources] { $place } and { $first } are from different sources (SHA-256 { $here } and { $there }). Build both from the same sources.
    }
part_file_twice = { $path } is in two parts: { $first } and { $place }.
part_file_missing = { $place }: { $path } is missing.
part_file_extra = { $place }: { $path } is not of this part.
part_file_changed = { $place }: { $path } is no longer as it was built.
part_more = … and { $count } more.
part_in_the_way = { $path } would be removed too, since it is where the output goes. Choose another folder with --out.
verifying = comparing files
verified =
    { $files ->
        [one] { $files } file in { $place } is
       *[other] { $files } files in { $place } are
    } byte for byte what { $basis } give as of { $date }.
not_verified =
    { $files ->
        [one] { $files } file
       *[other] { $files } files
    } of { $place } compared with what { $basis } give as of { $date }: { $changed } different, { $missing } missing, { $extra } not from the sources, { $manifest } wrong in manifest.json.
basis_work_tree = the source files as they are
basis_commit = the source files of commit { $commit }
nothing_verified = Nothing was compared: the sources have errors.
file_changed = { $path }: not what the sources give
file_missing = { $path }: is not published
file_extra = { $path }: published, but not from the sources
file_manifest = { $path }: as the sources give it, but manifest.json says something else
unlike_manifest = does not agree with manifest.json either
line_published = line { $number }, published: { $text }
line_rebuilt = line { $number }, should be: { $text }
note_version = Note: published by pantau { $what }, compared by { $here }; differences are expected. Compare with version { $what }.
note_theme = Note: published with another theme, or another state of it ({ $what }); differences are expected.
note_uncommitted = Note: published from files that the commit does not hold: { $what }.
note_address = Note: manifest.json says that the site stands at { $what }.
note_by_host = Note: files for the host itself (_headers, _redirects) and old addresses, for which it answers by itself; not compared: { $what }.
bad_place = { $place } is not the address of a site. Write one such as https://host/path/, or a folder.
no_manifest = there is no manifest.json in { $place }. Name the address or the folder where a site written by pantau build begins.
manifest_shape = manifest.json can't be read: { $reason }
manifest_format = manifest.json is of format { $found }, which this version does not know. Take the version of pantau that published the site.
manifest_path = manifest.json names { $path }, which can't be a published file.
manifest_twice = manifest.json names { $path } twice.
manifest_too_large = manifest.json says that { $path } has { $bytes } bytes, more than a site can publish.
manifest_value = manifest.json says { $key }: { $text }, which can't be.
fetch = { $url }: { $why }
fetch_elsewhere = it is redirected to { $to }, which is not followed. If that is the site, name its address instead.
fetch_redirections = it is redirected again and again.
fetch_too_large = it is larger than { $mebibytes } MiB.
fetch_too_slow = it takes longer than { $seconds } seconds.
fetch_status = the server answers { $status }.
serving = The site is at { $url } (stop with Ctrl-C)
port_taken = Port { $port } is taken, perhaps by another pantau serve, so that the address is not the usual one.
serving_others = Others in this network can see it too, at the address of this computer. They see whatever is saved, also what is not published.
not_opened = No browser could be opened ({ $reason }). Open { $url } yourself.
reloaded = { $files } read again in { $milliseconds } ms
last_good = The last good pages stay.
not_yet = The site shows as soon as the errors above are mended and the files saved (stop with Ctrl-C).
ask_government = Name of the government, such as Pemerintah Kabupaten …
ask_instrument = What the contract is called here: Kontrak Kinerja, Perjanjian Kinerja, …
ask_languages = Languages of the site: id (Indonesian), or id+en (with English)
ask_address = Where the site will be published; may be changed later
ask_time_zone = Time zone: Asia/Jakarta (WIB), Asia/Makassar (WITA) or Asia/Jayapura (WIT)
ask_contact = The office's own address for reports of errors, such as an e-mail address; printed on every page
ask_opd_name = Name of the organisation in full, such as Dinas Kesehatan
ask_short_name = Its short name, such as Dinkes; nothing if it has none
ask_post_name = Name of the post, such as Kepala Dinas Kesehatan
ask_file_name = Name of the file: lower-case letters, digits and hyphens
ask_opd = Its organisation (number, id or a part of its name); the head of the region has none
ask_echelon = Echelon, such as II.b; nothing if it has none
ask_superior = The post above (number, id or a part of its name)
choice_none = none
ask_name = Name, with degrees
ask_id = Name of the file: small letters, digits and hyphens, without degrees
ask_post = Post (number, id, or a part of its name)
ask_capacity = Capacity: definitif, plt or plh
ask_inducted = Day of induction: year-month-day, such as 2026-01-05
ask_year = Year of the contract
ask_official = Official who promises (number, id, or a part of the name)
ask_signed = Day of the signature: year-month-day; empty if not yet
ask_regime = Regime in force (number, id, or a part of its name)
ask_contract_id = Name of the contract's file
ask_like = Take the indicators of an earlier contract over, such as 2026/kepala-dinas; - if not
no_such_choice = { $near ->
        [tiada] "{ $text }" is not in the list, or more than one fits.
       *[other] "{ $text }" is not in the list. Did you mean "{ $near }"?
    }
more_choices = … and { $count } more. Write a part of the name.
no_such_contract = there is no contract { $contract }, or it has errors.
exists = { $file } is there already, so nothing was written.
nothing_to_choose = the folder content/{ $of }/ holds nothing yet. { $of ->
        [jabatan] Begin with pantau new opd, then pantau new jabatan.
        [pejabat] Write the official first: pantau new pejabat.
       *[aturan] Write the rules first: content/aturan/aturan.yml; pantau init writes an example in another empty folder.
    }
file_written = { $file } written.
theme_next =
    Next: write tema: { $name } in content/situs.yml, change the file, and look at it with pantau serve.
no_theme_file = { $near ->
        [tiada] The theme has no file { $name }. There are: { $files }
       *[other] The theme has no file { $name }. Did you mean { $near }?
    }
opd_next =
    Next: write down its posts with pantau new jabatan.
post_next =
    Next: write down who holds it with pantau new pejabat.
person_next =
    Next: look it over, run pantau check, then begin the contract with pantau new kontrak.
contract_next =
    Next: open { $file } and fill in whatever is empty behind a colon. pantau check names what is missing.
no_results_written = No file of results was written: mend the errors above first.
nothing_owed = No contract owes results of { $quarter }.
results_written = { $quarter }: { $written } files of results written, { $kept } were there and stay as they are.
results_next =
    Next: fill in the figures behind the colons, then run pantau check. A file that is not filled in holds up nothing; its quarter counts as not reported.
columns_found = { $sheet ->
        [tiada] Columns of the table by their headings in row { $row }:
       *[other] Columns of the table by their headings in row { $row } of sheet "{ $sheet }":
    }
columns_doubtful = Columns marked ? are there more than once. Name the one that is meant, such as --column target=E. Nothing was written.
ask_columns = Are the columns and what is in them right? ya or tidak
not_confirmed = Nothing was written. Correct the columns with --column, such as --column target=E, or choose a sheet with --sheet.
not_edited = { $file }, line { $line }, is left as it is: { $why }
edit_flow = it stands in brackets. Write one key a line, then try again.
edit_odd = it is written in an unusual form that can't be changed safely. Write one key a line, then try again.
edit_comments = there are comments in it that would be lost. Change it in the file yourself.
edit_only_key = without this key nothing is left below the one above it. Delete that one yourself.
edit_key_there = the key is there already.
edit_nowhere = what was to be changed is not there.
edit_other_kind = something else stands there. Change it in the file yourself.
edit_unwritable = the value is empty or holds control characters.
no_table = { $sheets ->
        [tiada] there is no table with columns Indikator and Target. Give the columns headings.
       *[other] there is no table with columns Indikator and Target (sheets: { $sheets }). Choose the sheet with --sheet, or give the columns headings.
    }
no_such_column = there is no column { $column } in this table.
table_too_large = the table has more than 5,000 rows, 200 columns or 16 MiB. Save the table of one contract only, without anything far to its right or below it.
table_unread = this file is damaged or no xlsx, ods or csv ({ $reason }). Open it with Excel or LibreOffice and save it again as xlsx.
table_other_form = this file is no xlsx, ods or csv. An old .xls: open it with Excel or LibreOffice, then Save As .xlsx.
table_locked = this file is locked with a password. Open it in Excel, take the password away and save it again.
table_read = { $goals } goals, { $indicators } indicators read.
cell_number = Cell { $cell }: "{ $text }" can be read in several ways ({ $readings }), so it was left out. Write it into the contract's file yourself.
cell_share = Cell { $cell }: "{ $text }" percent, or a hundred times that? A cell with the format of percentages holds it so; it was left out. Write it into the contract's file yourself.
cell_percent_read = Cell { $cell }: the cell has the format of percentages; it was read as { $text }, as it shows.
cell_percent = Cell { $cell }: "{ $text }" has the format of percentages, but its unit is not persen, so it was left out. Write it into the contract's file yourself.
cell_no_value = Cell { $cell }: "{ $text }" is no value (a formula that is wrong or was not computed, TRUE/FALSE, or a time of day), so it was left out. Mend it in the table, or write it into the contract's file yourself.
cell_words = Cell { $cell }: "{ $text }" is no number; its direction is predikat or tuntas.
cell_passed_over = Cell { $cell }: "{ $text }": this row was passed over, since its indicator or target is empty.
table_ended = Row { $row }: "{ $text }" are the headings of another table; this row and those below it were not read.
import_next =
    Next: open { $file } and fill in what is empty behind a colon: direction, accumulation, day of the signature. No table has these. pantau check names what is missing.
answer_needed = This needs an answer.
site_begun =
    The site stands in { $folder } ({ $count ->
        [one] { $count } file
       *[other] { $count } files
    }). Still without contracts; README.md says in which order to write them.

    Go there:  cd { $folder }
    See it:    pantau serve
    Fill it:   pantau new opd
    Check it:  pantau check
sample_written =
    The sample stands in { $folder } ({ $count ->
        [one] { $count } file
       *[other] { $count } files
    }). Its people and figures are invented.

    See it:    pantau serve --root { $folder } --date { $day }

    Without --date it is shown as of today, with long-gone quarters as late as they then are.
past_written =
    The sample with its past stands in { $folder }: a git repository of { $count ->
        [one] { $count } commit
       *[other] { $count } commits
    }. People, figures and past are invented.

    See it:      pantau serve --root { $folder } --date { $day }
                 /perubahan/ tells every change, /arsip/ the frozen quarters.
    Check it:    pantau check --root { $folder } --date { $day }
                 The violations it finds are part of the sample.
    Its commits: git -C { $folder } log --stat
no_steps = --history: the sample { $sample } has no past. These have one: { $others }.
schemas_written =
    { $count ->
        [one] { $count } schema
       *[other] { $count } schemas
    } in the folder { $out }: { $written } written, { $kept } unchanged.
schemas_use =
    For an editor that completes, explains and checks files while you type (in VS Code: install the
    extension YAML by Red Hat), choose one:

    1. Once for all files. Save as .vscode/settings.json:

    { $settings }

    2. For one file, in any editor that uses yaml-language-server. Make this its first line:

    { $lines }
out_among_sources = the output would be written among the sources of the site, in { $path }. Choose another folder with --out; nothing was written.
bad_base_url = --base-url { $url } is not an address. Write one such as https://host/path/.
no_theme = there is no folder themes/{ $name }. Check tema in content/situs.yml; the program comes with: { $shipped }.
theme_not_text = { $place } is not UTF-8 text. Save it as UTF-8; pictures are no part of a theme.
template_extends_itself = { $place }: this template extends itself. To change the shipped one, write {"{%"} extends "default/{ $template }" {"%}"}.
template_missing = { $place ->
        [tiada] There is no template { $template }. Check its name in the folder themes/.
       *[other] { $place }: there is no template { $template }. Check its name; shipped ones are called with their theme before, as "default/base.html".
    }
template_broken = { $place ->
        [tiada] A template of the theme can't be used; the template engine (Tera) says: { $reason }
       *[other] { $place }: this template can't be used; the template engine (Tera) says: { $reason }. Mend it, or remove the file so that the shipped one is used. docs/theme.md tells what each template is given.
    }
message_broken = { $place }: this line is not Fluent ({ $reason }). Write message_name = text; braces always come in pairs.
message_twice = { $place }: the message { $key } is written twice in this file. Remove one.
message_markup = { $place }: { $markup } may not stand in words. Only <b>, <strong>, <em>, <i>, <s>, <code>, <br>, <span lang="id"> and <a href="{"{"} $url {"}"}"> may.
message_reference = The theme's message { $key } refers to { $reference }, which is not there. Check its name in the folder locales/.
message_argument = The theme's message { $key } uses { "$" }{ $argument }, which it is not given. Use the names that the shipped message uses.
message_missing = The theme has no message { $key }. Add it in the folder locales/.
message_unresolvable = The theme's message { $key } can't be put together ({ $reason }). Does it refer to itself?
theme_file_unused = { $near ->
        [tiada] Note: { $place } is not used; no shipped file has this name, and no template names it.
       *[other] Note: { $place } is not used; no shipped file has this name, and no template names it. Did you mean { $near }?
    }
theme_message_unused = { $near ->
        [tiada] Note: { $place }: the message { $key } is not used; no shipped message has this name, and no template names it.
       *[other] Note: { $place }: the message { $key } is not used; no shipped message has this name, and no template names it. Did you mean { $near }?
    }
not_frozen = { $quarter } can't be frozen.
no_port = cannot use port { $port } ({ $reason }). Choose another with --port, or name none.
no_address = cannot use the address { $address } ({ $reason }). Name one of this computer with --host, or 0.0.0.0 for all of them.
preview_panicked = a mistake in pantau ({ $reason }). The last good page stays. Save the file you changed last once more; if it stays so, report it.
no_watch = cannot watch the files: { $reason }
no_folder = there is no folder { $path }. Run pantau in the folder that holds content/, or name it with --root. pantau init begins a new site.
not_empty = { $path } is not empty (it holds { $found }), so nothing is written. Choose a new folder.
no_answer = a question has no answer. Give it with { $flag }.
symlink = { $path } is a symbolic link. Put the file itself there.
name_not_utf8 = the name of { $path } is not UTF-8. Rename the file.
foreign = { $path } was not written by pantau (it holds { $found }), so nothing is replaced. Choose an empty or a new folder with --out.
whole_site = { $path } holds a whole site, which a part of one does not replace. Choose another folder with --out.
no_such_file = --only { $pattern }: this site has no such file, so nothing is written. Write a path below the output folder, such as pejabat/*/index.html; * does not cross /, ** does.
busy = another pantau is writing { $path }. Wait until it has finished.
io = { $path }: { $reason }
mounted = another file system begins at { $path } (it is a mount point), so that a new site can't take its place in one step. Choose a folder inside it with --out.
not_a_file = { $path } is neither a file nor a folder. Move it away.
too_deep = { $path } lies in more than { $most } folders, deeper than any site needs. Move it away or delete it.
outside_tree = "{ $path }" is no path inside its folder.
too_large = { $path } is larger than { $most } MiB, so it is not read. Make it smaller or move it away.
refused_full = the disk is full. Make room, then run the command once more.
refused_permission = permission denied. Run it as the owner, or change the permissions.
refused_read_only = the disk can only be read. Choose a place that can be written to.
refused_not_found = there is no such file or folder.
refused_no_folder = it is not a folder.
refused_folder = it is a folder and not a file.
past_not_asked = Changes to the data are not recorded: situs.yml has no catatan_sejak.
past_no_repository = The history of changes is not available: this folder is not part of a git repository. Begin with git init, then commit.
past_no_commits = The history of changes is not available: the data in content/ have never been committed. What is committed from now on is recorded.
past_shallow =
    The history of changes is not available: this repository was cloned without it.
    Fetch it with git fetch --unshallow; in GitHub Actions write fetch-depth: 0 at actions/checkout, in GitLab CI write GIT_DEPTH: 0.
past_no_git = The history of changes is not available: the program git is not installed.
no_verifier = digital signatures of commits can't be verified without the program { $program }. Install it (Debian: { $package }).
program_failed = { $program } failed: { $message }
object_missing = the repository lacks the object { $object }. Fetch it in full with git fetch --refetch.
freeze_written = { $quarter } is frozen in { $file }: as of the end of { $day }, from commit { $commit }. Commit that file.
freeze_redacted = The facts of { $person } were taken out of { $file }. Commit that file, then take them out of git's history too (see the guide).
freeze_unchanged = { $quarter } is frozen already; nothing has changed.
freeze_nothing_due = No quarter is to be frozen.
freeze_no_deadline = The rules set no reporting deadline; what is frozen is as of the quarter's end, { $day }.
freeze_nothing_owed = No contract owes a report of { $quarter }, so there is nothing to freeze.
freeze_not_over = The reporting deadline of { $quarter } ({ $day }) has not passed. Freeze it after that day.
freeze_no_commit = At the end of { $day } there was no commit with content/, so nobody knows what { $quarter } looked like then.
freeze_differs = { $quarter } is frozen with other facts, and what is frozen must not change. Nothing was written. If the old ones were wrong, replace them with --replace and say why in the commit message.
freeze_damaged = The archive of { $quarter } is damaged or was edited. Restore it from git: git checkout -- content/arsip/{ $quarter }.json; or freeze it again with --replace if it can still be read.
freeze_not_frozen = { $quarter } is not frozen as the record has it. Run pantau freeze { $quarter }.
freeze_not_in_it = There is no contract of official { $person } in the archive of { $quarter }.
freeze_past_problems = The data at commit { $commit } have problems, so they can't be frozen.
tw1 = Quarter I
tw2 = Quarter II
tw3 = Quarter III
tw4 = Quarter IV
status_title = { $quarter } as of { $date }
status_no_contract = There is no contract yet, so nothing is to be reported.
status_nobody = No contract answers for that quarter.
status_head_quarter = Quarter
status_head_opd = Organisation
status_head_post = Post
status_head_official = Official
status_head_figures = Figures
status_head_state = State
status_late = { $days ->
    [one] { $days } day late
   *[other] { $days } days late
 }
status_reported = reported { $date }{ $days ->
    [0] {""}
    [one] , { $days } day late
   *[other] , { $days } days late
 }
status_silent = { $count ->
    [one] { $count } indicator not reported
   *[other] { $count } indicators not reported
 }
status_until = awaited until { $date }
status_not_due = not yet due
status_no_deadline = not reported; the regime sets no deadline
status_not_asked = nothing to report
status_counts = { $reported } complete, { $incomplete } incomplete, { $late } late, { $awaited } awaited.
status_left_behind = Still missing of earlier quarters:
status_coming = Next:
status_more = … and { $count } more (--format json has all)
status_deadline = deadline for { $quarter }, { $count ->
    [one] { $count } contract has not reported
   *[other] { $count } contracts have not reported
 }
status_greeting = Dear colleagues,
status_deadline_is = Results of { $quarter } are due by { $date }.
status_all_reported = All results of { $quarter } are complete. Thank you.
status_please = We are still waiting for these results of { $quarter }. Where a figure does not exist yet, please say why.
status_thanks =
    Thank you.
    { $government }
    { $contact }
manual_written = { $count } manual pages written to { $folder }.
status_left_out = still without { $indicators }
reading = reading files and history
checking = checking
computing = computing
step_took = { $step }: { $seconds } s
comparing = comparing pages
diff_heading = What will change on the site
diff_figures =
    { $count ->
        [0] No reported figure changes.
        [one] { $count } figure changes.
       *[other] { $count } figures change.
    }
diff_targets =
    { $count ->
        [one] { $count } target changes.
       *[other] { $count } targets change.
    }
diff_pages = Pages: { $changed } changed, { $added } new, { $removed } gone.
diff_only_recorded =
    { $count ->
        [one] Of those changed { $count } only cites a later commit or social card and tells the same.
       *[other] Of those changed { $count } only cite a later commit or social card and tell the same.
    }
diff_other_files = Other files (data, cards, feeds, pictures): { $count }.
diff_basis = Compared with { $base } ({ $commit }), as of { $day }.
diff_problems_here = Nothing was compared: the data have errors.
diff_problems_there = Nothing was compared: the data of { $base } have errors.
diff_title_figures = Reported figures
diff_title_presence = New and gone
diff_title_terms = Terms of contracts
diff_title_consequences = What follows
diff_title_others = Other facts
diff_title_places = Pages on which these figures, or what follows from them, stand
diff_title_places_of_reports = Changed pages that tell of the reports of these figures
diff_title_pages = Pages that tell something else, below { $site }
diff_official = Official
diff_indicator = Indicator
diff_quarter = Quarter
diff_figure = Figure
diff_capaian = Achievement
diff_state = State
diff_where = Page
diff_what = What
diff_name = Name
diff_turn = Change
diff_subject = About
diff_key = Key
diff_change = Old → new
diff_more_pages =
    { $count ->
        [one] + { $count } more page
       *[other] + { $count } more pages
    }
diff_left_out = … and { $count } more.
diff_revised = revised
diff_silently = replaced without a word
diff_whole_contract = whole contract { $contract }
turn_added = new
turn_changed = changed
turn_removed = gone
by_perubahan = amendment
by_ralat = correction
by_tanpa_adendum = without an amendment
thing_opd = Organisation
thing_jabatan = Post
thing_pejabat = Official
thing_masa_jabatan = Tenure
thing_kontrak = Contract
thing_laporan = Quarterly report
thing_indikator = Indicator
thing_program = Programme
thing_hasil = Result
thing_evaluasi = Evaluation
thing_lain = Other
column_capaian = achievement
column_keadaan = state
column_kategori = category
column_realisasi = actual
column_bagian = share
quarter_tw1 = Q1 { $year }
quarter_tw2 = Q2 { $year }
quarter_tw3 = Q3 { $year }
quarter_tw4 = Q4 { $year }
word_selesai = done
word_belum = not done
word_tercapai = reached
word_tidak_tercapai = not reached
word_sesuai_jalur = on track
word_di_bawah_jalur = below track
word_terlambat = late
word_belum_tersedia = not available
word_belum_jatuh_tempo = not due
word_dicabut = withdrawn
word_tanpa_adendum = without an amendment
no_base =
    the repository has no commit or branch { $base }. Check how it is spelt; they are listed by git branch -a.
    One that is new on the server is fetched by git fetch origin. Where a machine runs this: in GitHub Actions and Forgejo set fetch-depth: 0 of actions/checkout, in GitLab CI set GIT_DEPTH: 0.
empty_base = { $base } has no content/ in this folder, so that there is no site to compare with.
changed = { $path } was saved by another program since it was read, so nothing was written. Run the command once more.
occupied = { $path } is there already with other content, so nothing was written. Move it first, or replace it with --replace.
ask_ci = Where the repository is, so that each proposed change is checked and the site publishes itself: github, gitlab, forgejo, or none if not known yet (later: pantau ci)
ci_unknown = Answer github, gitlab, forgejo or none.
ci_written =
    Written: { $files }. Commit it; its first lines say what is to be set once where the repository is.
form_site_broken = The site's data have errors, so no forms were written. Mend those above first.
form_nothing_due = Nothing is to be reported for { $quarter }, so no forms were written. Check the quarter.
form_of_opd = { $file }: { $forms ->
        [one] { $forms } sheet
       *[other] { $forms } sheets
    }, { $asked ->
        [one] { $asked } indicator
       *[other] { $asked } indicators
    }
forms_written = { $count } { $count ->
        [one] form
       *[other] forms
    } for { $quarter }: { $written } written, { $kept } unchanged. Filled ones are read by pantau import.
import_site_broken = The site's data have errors, so that forms can't be imported yet. Mend those above first.
import_untouched = Not filled at all ({ $count } { $count ->
        [one] sheet
       *[other] sheets
    }):
import_refused = Nothing was written. Mend the cells named above, save, and import again.
import_nothing_new = Nothing changes: the forms say what the data say.
import_dry_run = This was a preview (--dry-run); nothing was written.
import_declined = Nothing was written.
import_question = Write to { $count } { $count ->
        [one] file
       *[other] files
    }? [y/N]
import_of = { $official }, { $post } ({ $quarter })
import_what = What
import_before = Before
import_now = Now
import_capaian = Capaian
import_overall = The official's capaian
import_reported = Reported on
import_absorbed = Absorbed: { $name }
import_empty_stays = An empty cell takes nothing out; what was reported stays.
imported = { $count } result { $count ->
        [one] file
       *[other] files
    } written. Look at the pages with pantau serve, then commit.
cell_place = { $workbook }, sheet "{ $sheet }", cell { $cell }
replaced_none = { $reason } Nothing was written.
replaced_some = { $reason } Some are written: { $written }. Run the same command again; what is written is not written twice.
no_forms = there is no form (.xlsx, .ods) in { $places }.
