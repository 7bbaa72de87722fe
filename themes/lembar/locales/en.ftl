sheet_navigation = To other pages
sheet_roll = Officials by organisation
sheet_kept = Kept
details = Formula, source and notes
sheet_caption = Target, result and achievement of each commitment by quarter
