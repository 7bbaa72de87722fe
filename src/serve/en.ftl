errors = { $count ->
    [one] { $count } error
   *[other] { $count } errors
}
warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
last_good = Behind this message is the last good page. Mend this and save: the message goes by itself.
shown_anyway = This page has what is new already. Look at these warnings before you publish.
place = { $file }, line { $line }
help = Way out
more = There are { $count } more problems; the terminal names them all.
hide = Hide
failed = The preview failed: { $reason }
panicked = This is a mistake in pantau. Behind this message is the last good page. Save the file you changed last once more; if this message stays, report it.
severity_error = error
severity_violation = violation
severity_warning = warning
