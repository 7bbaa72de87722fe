import csv, io, urllib.request
from collections import Counter

with urllib.request.urlopen("{url}") as file:
    rows = list(csv.DictReader(io.TextIOWrapper(file, "utf-8", newline="")))

for state, count in Counter(row["keadaan"] for row in rows).most_common():
    print(state, count)
