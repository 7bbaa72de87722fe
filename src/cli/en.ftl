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
nothing_written = Nothing was written; the published site stays as it was.
all_well = All is well: { $officials } officials, { $contracts } contracts, { $reports } quarterly reports.
well_but = Fit to publish: { $officials } officials, { $contracts } contracts, { $reports } quarterly reports.
rendering = rendering pages
built = { $pages } files in { $out }: { $written } written, { $kept } unchanged, { $removed } removed ({ $megabytes } MB, { $seconds } s). As of { $date }.
serving = The site is at { $url } (stop with Ctrl-C)
reloaded = { $files } read again in { $milliseconds } ms
last_good = The last good pages stay.
