indikator <- read.csv("{url}", encoding = "UTF-8", na.strings = "")
sort(table(indikator$keadaan), decreasing = TRUE)
aggregate(capaian_terbatas ~ keadaan, data = indikator, FUN = mean)
