sheet_navigation = Ke halaman lain
sheet_roll = Pejabat menurut perangkat daerah
sheet_kept = Dipenuhi
details = Rumus, sumber, dan catatan
sheet_caption = Target, realisasi, dan capaian tiap komitmen per triwulan
