SELECT keadaan, count(*) AS komitmen, avg(capaian_terbatas) AS rata_rata
FROM '{url}'
GROUP BY keadaan
ORDER BY komitmen DESC;
